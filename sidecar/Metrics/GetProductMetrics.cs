using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Reading;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>By what the numbers are put together, and which pins and days count.</summary>
public sealed record GetProductMetricsCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description("product (the default) or template."), OneOf(typeof(GroupBy))]
    public string? By { get; init; }

    [QueryParam, Description("impressions (the default), saves, pin_clicks or outbound_clicks."), OneOf(typeof(GroupOrder))]
    public string? SortBy { get; init; }

    [QueryParam, Description("First day (UTC, YYYY-MM-DD), at most 89 days back; 30 days up to the end date if left out.")]
    public string? StartDate { get; init; }

    [QueryParam, Description("Last day (UTC, YYYY-MM-DD); yesterday if left out, because today is not complete.")]
    public string? EndDate { get; init; }

    [QueryParam, Range(1, GroupedNumbers.MostPins), Description("How many of the pins that were published last are looked at.")]
    public int Limit { get; init; } = GroupedNumbers.MostPins;

    [QueryParam, Description("The next_cursor of the answer before: the pins that were published before its pins.")]
    public string? Cursor { get; init; }
}

/// <summary>GET /v1/metrics/products</summary>
internal sealed class GetProductMetrics(GroupedNumbers numbers, TimeProvider clock) : Operation<GetProductMetricsCall, GroupTable>
{
    public override void Configure()
    {
        Get("/products");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe(
            "Get what does well: the numbers of the account's newest pins, added up by the product that they show or the template that "
                + "made their texts, the best first. published_from and published_to say which pins were looked at; next_cursor leads to "
                + "older ones. The numbers are read from Pinterest each time, and nothing is stored.",
            404, 429);
    }

    public override Task<GroupTable> ExecuteAsync(GetProductMetricsCall call, CancellationToken ct)
    {
        var range = DateRange.Of(call.StartDate, call.EndDate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var (by, sortBy) = (Known("by", call.By, GroupBy.All), Known("sort_by", call.SortBy, GroupOrder.All));
        return numbers.ReadAsync(Caller, call.AccountId, range, by, sortBy, call.Limit, call.Cursor, ct);
    }

    private static string Known(string field, string? said, IReadOnlyList<string> all) => said is null ? all[0]
        : all.Contains(said) ? said
        : throw Problems.Invalid(field, $"must be one of {string.Join(", ", all)}.");
}
