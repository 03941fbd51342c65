using System.ComponentModel;
using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Which topics that trend.</summary>
public sealed record ListTrendTopicsCall : TableCall
{
    [QueryParam, Description("US, GB+IE or CA.")]
    public string? Region { get; init; }

    [QueryParam, Description("Only of this interest, such as home_decor; all if left out.")]
    public string? Interest { get; init; }
}

/// <summary>GET /v1/trends/topics</summary>
internal sealed class ListTrendTopics(AudienceCalls calls) : AudienceOperation<ListTrendTopicsCall, TopicTable, TopicRow>
{
    public override void Configure() => Read(
        "/v1/trends/topics",
        "List the topics that trend in a region, up to five of an interest: what they are about and what people search.");

    protected override (string Name, Func<TopicRow, object?> Field)[] Columns =>
    [
        ("interest", row => row.Interest), ("rank", row => row.Rank), ("title", row => row.Title),
        ("description", row => row.Description), ("growth_month", row => row.GrowthMonth),
        ("related_searches", row => Table.Joined(row.RelatedSearches)),
        ("related_interests", row => Table.Joined(row.RelatedInterests)),
    ];

    protected override async Task<TopicTable> ReadAsync(ListTrendTopicsCall call, CancellationToken cancellation)
    {
        var region = Region.OfTopics(call.Region);
        var interest = Choices.OneOrNone("interest", call.Interest, TrendValues.TopicInterests);
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.TrendTopics,
            (pinterest, session, token) => pinterest.GetFeaturedTopicsAsync(session, region, interest, token), cancellation);
        return new TopicTable { Items = [.. answer.OfType<FeaturedTopics>().SelectMany(Rows)], Region = region };
    }

    private static IEnumerable<TopicRow> Rows(FeaturedTopics topics) => topics.Trends
        .Where(topic => topic?.Title is { Length: > 0 })
        .Select((topic, index) => new TopicRow
        {
            Interest = (topics.Interest ?? "").ToLowerInvariant(),
            Rank = index + 1,
            Title = topic!.Title!,
            Description = topic.Description,
            GrowthMonth = topic.PercentGrowthMom,
            RelatedSearches = Table.Given(topic.RelatedSearches),
            RelatedInterests = Table.Given(topic.RelatedInterests),
        });
}
