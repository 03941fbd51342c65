using System.ComponentModel;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Metrics;

/// <summary>GET /v1/pins/{id}/metrics</summary>
public sealed class GetPinMetrics : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}/metrics", Handle).WithName(nameof(GetPinMetrics)).RequireScope(Scope.Read).AnswersWithRows();

    /// <summary>Get one pin's numbers, by our id or Pinterest's: a row for each day, or one for the whole range.</summary>
    internal static async Task<IResult> Handle(
        string id, [AsParameters] MetricsQuery query, Caller caller, PinTargets targets, PinMetrics metrics, HttpRequest http, TimeProvider clock, CancellationToken cancellation)
    {
        var question = MetricsRequest.ByDays(query, Measured.AnyPin, http, clock);
        var pin = targets.Find(caller, id, query.AccountId);
        var reading = pin.Status is null ? await metrics.ReadAsync(pin, question, cancellation) : new PinReading(null, pin.Status);
        if (reading.Refusal is { } refusal) throw refusal;

        return MetricsResponse.Of(question, MetricRows.Of(pin, reading, question), DataStatus.CompleteThrough(reading.Numbers?.DailyMetrics ?? []));
    }
}

/// <summary>GET /v1/metrics/pins</summary>
public sealed class GetPinsMetrics : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/pins", Handle).WithName(nameof(GetPinsMetrics)).RequireScope(Scope.Read).AnswersWithRows();

    /// <summary>Get the numbers of up to 100 pins (ids: ours or Pinterest's, separated by commas): a row for each, or for each and day.</summary>
    internal static async Task<IResult> Handle(
        [Description("Pin ids, ours or Pinterest's, separated by commas.")] string? ids, [AsParameters] MetricsQuery query, Caller caller, PinTargets targets, PinMetrics metrics, HttpRequest http, TimeProvider clock, CancellationToken cancellation)
    {
        var question = MetricsRequest.ByTotals(query, Measured.AnyPin, http, clock);
        var pins = targets.FindAll(caller, ids, query.AccountId);
        var (readings, problem) = await metrics.ReadAsync(pins, question, cancellation);

        // Final for all is what is final for each.
        var complete = readings.Values.Where(reading => reading.Numbers is not null).Select(reading => DataStatus.CompleteThrough(reading.Numbers!.DailyMetrics)).ToList();
        return MetricsResponse.Of(
            question, pins.SelectMany(pin => MetricRows.Of(pin, readings[pin], question)), complete.Contains(null) ? null : complete.Min(), problem is null ? null : MetricsGap.Of(problem));
    }
}
