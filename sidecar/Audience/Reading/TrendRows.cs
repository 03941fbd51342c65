using System.Globalization;
using Connector.Pinterest;

namespace Connector.Audience.Reading;

/// <summary>Flattens the keywords that trend; what has no words is left out, and a week that is no date as well.</summary>
internal static class TrendRows
{
    public static IReadOnlyList<TrendRow> Of(TrendingKeywords answer, bool byWeek)
    {
        var trends = answer.Trends.OfType<TrendingKeyword>().Where(trend => trend.Keyword is { Length: > 0 });
        var rows = trends.Select((trend, index) => (Trend: trend, Row: Row(trend, index + 1)));
        return byWeek ? [.. rows.SelectMany(each => Weeks(each.Trend, each.Row))] : [.. rows.Select(each => each.Row)];
    }

    private static TrendRow Row(TrendingKeyword trend, int rank) => new()
    {
        Rank = rank,
        Keyword = trend.Keyword!,
        GrowthWeek = trend.PctGrowthWow,
        GrowthMonth = trend.PctGrowthMom,
        GrowthYear = trend.PctGrowthYoy,
    };

    private static IEnumerable<TrendRow> Weeks(TrendingKeyword trend, TrendRow row) =>
        from week in trend.TimeSeries
        let day = Day(week.Key)
        where day is not null
        orderby day
        select row with { WeekEnding = day, Volume = week.Value };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
