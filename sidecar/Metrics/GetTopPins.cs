using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Which pins are the best, and how many of them.</summary>
public sealed record GetTopPinsCall : MetricsCall
{
    [QueryParam, Description("impressions (the default), saves, pin_clicks, outbound_clicks or engagements.")]
    [OneOf(typeof(TopPinsOrder))]
    public string? SortBy { get; init; }

    [QueryParam, Range(1, 50), Description("How many pins.")]
    public int Limit { get; init; } = 10;
}

/// <summary>GET /v1/metrics/top-pins</summary>
internal sealed class GetTopPins(AccountNumbers numbers, TimeProvider clock) : Operation<GetTopPinsCall, IResult>
{
    public override void Configure()
    {
        Get("/top-pins");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe("Get the account's best pins over the range, the best first; pin_id is ours where the connector published it.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(GetTopPinsCall call, CancellationToken ct)
    {
        var question = MetricsRequest.ByTotals(call, Measured.Account, HttpContext.Request, clock);
        if (question.ByDay) throw Problems.Invalid("granularity", "must be total: Pinterest has no days for top pins.");
        var by = SortedBy(call.SortBy ?? "impressions");
        var (rows, completeThrough) = await numbers.TopPinsAsync(Caller, call.AccountId, question, by, call.Limit, ct);
        return MetricsResponse.Of(question, rows, completeThrough);
    }

    private static Metric SortedBy(string name) => Metric.Sortable.FirstOrDefault(metric => metric.Name == name)
        ?? throw Problems.Invalid("sort_by", $"must be one of {string.Join(", ", TopPinsOrder.All)}.");
}
