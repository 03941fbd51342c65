using System.Globalization;
using Connector.Http;
using Connector.Seasons;

namespace Connector.Pins.Checks;

/// <summary>Whether a pin goes while its season lasts.</summary>
internal static class SeasonAdvice
{
    public const string Name = "season", Late = "season_late";

    /// <param name="season">Of the pin.</param>
    /// <param name="publishAt">What its caller asked for.</param>
    /// <param name="goesAt">When it is expected to go, or else the first time at which it may.</param>
    public static Check Check(SeasonWindow season, DateTimeOffset? publishAt, DateTimeOffset goesAt)
    {
        if (season.IsLateAt(goesAt))
            return Http.Check.Warning(
                Name, Late,
                $"Late for the season: the event is on {Text(season.EventDate)}, and the pin goes at {Rfc3339.Format(goesAt)}.",
                "Check event_date. If the account's rules delay the pin, POST /v1/plan shows which; else leave the pin out.");
        if (publishAt < season.From)
            return Http.Check.Warning(
                Name, "season_early",
                $"publish_at is {Rfc3339.Format(publishAt.Value)}, before the season begins on {Text(season.Earliest)}; it decides.",
                "Leave publish_at out to publish as the season begins, or give more lead_days.");
        return Http.Check.Passed(Name, $"The season is from {Text(season.Earliest)} to {Text(season.Latest)}.");
    }

    /// <summary>The warning about a pin as it was just accepted or changed; none where it has no season.</summary>
    public static IEnumerable<Check> Warnings(PinRow row, Pin shown)
    {
        if (row.Season is { } season
            && Check(season, row.PublishAt, shown.Eta?.ExpectedAt ?? shown.Eta?.NotBefore ?? row.DueAt) is { Warns: true } check)
            yield return check;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
