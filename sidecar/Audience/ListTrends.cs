using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Which keywords that trend.</summary>
public sealed record ListTrendsCall : TableCall
{
    [QueryParam, Description("A country or countries of Pinterest's list, such as US, DE, DE+AT+CH or GB+IE.")]
    public string? Region { get; init; }

    [QueryParam, Description("growing (the default), monthly, yearly or seasonal."), OneOf(typeof(TrendType))]
    public string? Type { get; init; }

    [QueryParam, Description("Only of these interests, separated by commas, such as home_decor,food_and_drinks.")]
    public string? Interests { get; init; }

    [QueryParam, Description("Only among these: female, male, unknown; separated by commas.")]
    public string? Genders { get; init; }

    [QueryParam, Description("Only among these ages: 18-24, 25-34, 35-44, 45-49, 50-54, 55-64, 65+; separated by commas.")]
    public string? Ages { get; init; }

    [QueryParam, Description("Only keywords with at least one of these words; up to 50, separated by commas.")]
    public string? Words { get; init; }

    [QueryParam, Description("total (the default): a row for each keyword. week: a row for each keyword and week of the last year.")]
    [OneOf(typeof(TrendGranularity))]
    public string? Granularity { get; init; }

    [QueryParam, Description("The week in which any of the keywords was searched most is 100, and not that of each.")]
    public bool Together { get; init; }

    [QueryParam, Range(1, 50), Description("How many keywords.")]
    public int Limit { get; init; } = 50;
}

/// <summary>GET /v1/trends</summary>
internal sealed class ListTrends(AudienceCalls calls) : AudienceOperation<ListTrendsCall, TrendTable, TrendRow>
{
    private const int MostWords = 50, LongestWord = 100;

    public override void Configure() => Read(
        "/v1/trends",
        "List what people search more and more, or most, in a region: by interest, gender and age. Pinterest has today's trends only.");

    protected override (string Name, Func<TrendRow, object?> Field)[] Columns =>
    [
        ("rank", row => row.Rank), ("keyword", row => row.Keyword), ("growth_week", row => row.GrowthWeek),
        ("growth_month", row => row.GrowthMonth), ("growth_year", row => row.GrowthYear),
        ("week_ending", row => row.WeekEnding?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("volume", row => row.Volume),
    ];

    protected override async Task<TrendTable> ReadAsync(ListTrendsCall call, CancellationToken cancellation)
    {
        var granularity = Choices.One("granularity", call.Granularity ?? TrendGranularity.Total, TrendGranularity.All);
        var query = new TrendsQuery(Region.Of(call.Region), Choices.One("type", call.Type ?? TrendType.Usual, TrendType.All))
        {
            Interests = Choices.Some("interests", call.Interests, TrendValues.Interests),
            Genders = Choices.Some("genders", call.Genders, TrendValues.Genders),
            Ages = Choices.Some("ages", call.Ages, TrendValues.Ages),
            Keywords = Choices.Words("words", call.Words, MostWords, LongestWord),
            Together = call.Together,
            Limit = call.Limit,
        };
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.Trends,
            (pinterest, session, token) => pinterest.GetTrendingKeywordsAsync(session, query, token), cancellation);
        var rows = TrendRows.Of(answer, granularity == TrendGranularity.Week);
        return new TrendTable { Items = rows, Region = query.Region, Type = query.Type };
    }
}
