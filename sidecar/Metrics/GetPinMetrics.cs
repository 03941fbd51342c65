using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Which pin's numbers to get.</summary>
public sealed record GetPinMetricsCall : MetricsCall
{
    [RouteParam]
    public string Id { get; init; } = "";
}

/// <summary>GET /v1/pins/{id}/metrics</summary>
internal sealed class GetPinMetrics(PinTargets targets, PinMetrics metrics, TimeProvider clock) : Operation<GetPinMetricsCall, IResult>
{
    public override void Configure()
    {
        Get("/v1/pins/{id}/metrics");
        Description(route => route.WithTags("Metrics"));
        Policies(Scope.Read);
        Describe("Get one pin's numbers, by our id or Pinterest's: a row for each day, or one for the whole range.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(GetPinMetricsCall call, CancellationToken ct)
    {
        var question = MetricsRequest.ByDays(call, Measured.AnyPin, HttpContext.Request, clock);
        var pin = targets.Find(Caller, call.Id, call.AccountId);
        var reading = pin.Status is null ? await metrics.ReadAsync(pin, question, ct) : new PinReading(null, pin.Status);
        if (reading.Refusal is { } refusal) throw refusal;

        var complete = DataStatus.CompleteThrough(reading.Numbers?.DailyMetrics ?? []);
        return MetricsResponse.Of(question, MetricRows.Of(pin, reading, question), complete);
    }
}
