using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pins;
using Connector.Pinterest;
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
internal sealed class GetTopPins(
    AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest, PinStore pins, TimeProvider clock)
    : Operation<GetTopPinsCall, IResult>
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
        var account = accounts.Of(Caller, call.AccountId);
        MetricsProblems.EnsureHasAnalytics(account);

        var asked = new TopPinsQuery(new AccountAnalyticsQuery(question.For(Measured.Account)!), by.Pinterest) { NumOfPins = call.Limit };
        var top = await sessions.CallAsync(account.Id, (session, token) => pinterest.GetTopPinsAsync(session, asked, token), ct);
        var ours = pins.IdsOf(account.Id, [.. top.Pins.Select(pin => pin.PinId).OfType<string>()]);
        var rows = top.Pins.Select(
            pin => MetricRows.Of(pin, question) with { PinId = pin.PinId is { } id ? ours.GetValueOrDefault(id) : null });
        return MetricsResponse.Of(question, rows, DataStatus.CompleteThrough(top.DateAvailability, question.Range));
    }

    private static Metric SortedBy(string name) => Metric.Sortable.FirstOrDefault(metric => metric.Name == name)
        ?? throw Problems.Invalid("sort_by", $"must be one of {string.Join(", ", TopPinsOrder.All)}.");
}
