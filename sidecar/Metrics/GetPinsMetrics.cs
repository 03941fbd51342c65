using System.ComponentModel;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Which pins' numbers to get.</summary>
public sealed record GetPinsMetricsCall : MetricsCall
{
    [QueryParam, Description("Pin ids, ours or Pinterest's, separated by commas.")]
    public string? Ids { get; init; }
}

/// <summary>GET /v1/metrics/pins</summary>
internal sealed class GetPinsMetrics(PinTargets targets, PinMetrics metrics, TimeProvider clock) : Operation<GetPinsMetricsCall, IResult>
{
    public override void Configure()
    {
        Get("/pins");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe("Get the numbers of up to 100 pins (ids: ours or Pinterest's, separated by commas): a row for each, or for each and day.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(GetPinsMetricsCall call, CancellationToken ct)
    {
        var question = MetricsRequest.ByTotals(call, Measured.AnyPin, HttpContext.Request, clock);
        var pins = targets.FindAll(Caller, call.Ids, call.AccountId);
        var (readings, problem) = await metrics.ReadAsync(pins, question, ct);
        var rows = pins.SelectMany(pin => MetricRows.Of(pin, readings[pin], question));
        return MetricsResponse.Of(question, rows, CompleteThrough(readings.Values), problem is null ? null : MetricsGap.Of(problem));
    }

    // Final for all pins is what is final for each of them.
    private static DateOnly? CompleteThrough(IEnumerable<PinReading> readings)
    {
        var days = readings
            .Where(reading => reading.Numbers is not null)
            .Select(reading => DataStatus.CompleteThrough(reading.Numbers!.DailyMetrics))
            .ToList();
        return days.Contains(null) ? null : days.Min();
    }
}
