using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Metrics;

/// <summary>Reads one pin's numbers from Pinterest, by our id or Pinterest's; nothing is stored.</summary>
internal sealed class PinNumbers(PinTargets targets, PinMetrics metrics, TimeProvider clock)
{
    /// <exception cref="ProblemException">The question is wrong, or Pinterest does not answer it.</exception>
    public async Task<PinNumbersRead> ReadAsync(Caller caller, GetPinMetricsCall call, CancellationToken cancellation)
    {
        var question = MetricsRequest.ByDays(call, Measured.AnyPin, clock);
        var pin = targets.Find(caller, call.Id, call.AccountId);
        var reading = pin.Status is null ? await metrics.ReadAsync(pin, question, cancellation) : new PinReading(null, pin.Status);
        if (reading.Refusal is { } refusal) throw refusal;

        var complete = DataStatus.CompleteThrough(reading.Numbers?.DailyMetrics ?? []);
        return new PinNumbersRead(question, [.. MetricRows.Of(pin, reading, question)], complete);
    }
}

/// <summary>One pin's numbers, what was asked, and the last day that is final.</summary>
internal sealed record PinNumbersRead(MetricsRequest Question, IReadOnlyList<MetricRow> Rows, DateOnly? CompleteThrough);
