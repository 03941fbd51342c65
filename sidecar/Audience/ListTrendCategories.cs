using System.ComponentModel;
using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Which categories of products.</summary>
public sealed record ListTrendCategoriesCall : TableCall
{
    [QueryParam, Description("US, GB+IE or CA.")]
    public string? Region { get; init; }

    [QueryParam, Description("Only of these: fashion, home_decor, beauty; separated by commas.")]
    public string? Verticals { get; init; }

    [QueryParam, Description("Only among these ages: 18-24, 25-34, 35-44, 45-49, 50-54, 55-64, 65+; separated by commas.")]
    public string? Ages { get; init; }

    [QueryParam, Description("Only among these: female, male, unspecified; separated by commas.")]
    public string? Genders { get; init; }

    [QueryParam, Description("What is counted: engagement, outbound_click or save.")]
    public string? Engagement { get; init; }
}

/// <summary>GET /v1/trends/product-categories</summary>
internal sealed class ListTrendCategories(AudienceCalls calls) : AudienceOperation<ListTrendCategoriesCall, CategoryTable, CategoryRow>
{
    public override void Configure() => Read(
        "/v1/trends/product-categories",
        "List the categories of products that grow in a region, the first one the most.");

    protected override (string Name, Func<CategoryRow, object?> Field)[] Columns =>
    [
        ("rank", row => row.Rank), ("category", row => row.Category),
        ("growth_month", row => row.GrowthMonth), ("relative_volume", row => row.RelativeVolume),
        ("engagement", row => row.Engagement), ("verticals", row => Table.Joined(row.Verticals)),
    ];

    protected override async Task<CategoryTable> ReadAsync(ListTrendCategoriesCall call, CancellationToken cancellation)
    {
        var query = new CategoriesQuery(Region.OfTopics(call.Region))
        {
            Verticals = Choices.Some("verticals", call.Verticals, TrendValues.Verticals),
            Ages = Choices.Some("ages", call.Ages, TrendValues.Ages),
            Genders = Choices.Some("genders", call.Genders, TrendValues.ShopperGenders),
            EngagementType = Choices.OneOrNone("engagement", call.Engagement, TrendValues.EngagementTypes),
        };
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.TrendTopics,
            (pinterest, session, token) => pinterest.GetTrendingCategoriesAsync(session, query, token), cancellation);
        return new CategoryTable { Items = [.. Rows(answer)], Region = query.Region };
    }

    private static IEnumerable<CategoryRow> Rows(IEnumerable<TrendingCategory?> categories) => categories
        .Where(category => category?.ProductCategory is { Length: > 0 })
        .Select((category, index) => new CategoryRow
        {
            Rank = index + 1,
            Category = category!.ProductCategory!.ToLowerInvariant(),
            GrowthMonth = category.PctChangeMom,
            RelativeVolume = category.PercentRelativeVolume,
            Engagement = category.EngagementType?.ToLowerInvariant(),
            Verticals = [.. Table.Given(category.Verticals).Select(vertical => vertical.ToLowerInvariant())],
        });
}
