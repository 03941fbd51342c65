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
internal sealed class GetTopPins(AccountNumbers numbers, TimeProvider clock) : TopOperation<GetTopPinsCall>(clock)
{
    protected override string Things => "pins";

    protected override Measured Subject => Measured.Account;

    protected override IReadOnlyList<string> Order => TopPinsOrder.All;

    public override Task<IResult> ExecuteAsync(GetTopPinsCall call, CancellationToken ct) =>
        AnswerAsync(call, call.SortBy ?? "impressions", call.Limit, numbers.TopPinsAsync, ct);
}
