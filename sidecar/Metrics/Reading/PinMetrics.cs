using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>
/// Reads the numbers of pins: in one call where Pinterest permits it to this app, else one by one within the rate limits.
/// </summary>
internal sealed class PinMetrics(AccountSessions sessions, PinterestClient pinterest, PinMetricsBatch many)
{
    /// <summary>Reads them all, or as many as can be; the problem says why some are missing.</summary>
    public async Task<(IReadOnlyDictionary<PinTarget, PinReading> Readings, Problem? Problem)> ReadAsync(
        IReadOnlyList<PinTarget> pins, MetricsRequest question, CancellationToken cancellation)
    {
        var readings = pins.Where(pin => pin.Status is not null).ToDictionary(pin => pin, pin => new PinReading(null, pin.Status));
        foreach (var group in pins.Where(pin => pin.Status is null).GroupBy(pin => (pin.Account!.Id, pin.AdAccountId, pin.Media)))
        {
            var together = await many.ReadAsync([.. group], question, cancellation);
            foreach (var pin in group)
            {
                try
                {
                    readings[pin] = together?.GetValueOrDefault(pin) ?? await ReadAsync(pin, question, cancellation);
                }
                catch (Exception error)
                    when (PaceProblem(error) is { } problem && readings.Values.Any(reading => reading.Numbers is not null))
                {
                    foreach (var rest in pins) readings.TryAdd(rest, new PinReading(null, DataStatus.NotRead));
                    return (readings, problem);
                }
            }
        }

        return (readings, null);
    }

    /// <summary>Reads one pin's numbers; a pin that Pinterest does not show is a reading too.</summary>
    public async Task<PinReading> ReadAsync(PinTarget pin, MetricsRequest question, CancellationToken cancellation)
    {
        MetricsProblems.EnsureHasAnalytics(pin.Account!);
        try
        {
            return await AskAsync(pin, question.For(pin.Media), cancellation);
        }
        catch (PinterestException refused) when (refused.Failure.Kind == FailureKind.Invalid && pin.Media == Measured.AnyPin)
        {
            // Only Pinterest knows whether this pin is a video: asked for a video's numbers, an image refuses them all.
            return await AskAsync(pin, question.For(Measured.Image), cancellation);
        }
        catch (PinterestException refused) when (refused.Failure.Kind is FailureKind.PinNotFound or FailureKind.NotFound)
        {
            return new PinReading(null, DataStatus.NotFound, refused);
        }
        catch (PinterestException refused) when (refused.Failure.Kind == FailureKind.Forbidden)
        {
            return new PinReading(null, DataStatus.NotPermitted, refused);
        }
    }

    private async Task<PinReading> AskAsync(PinTarget pin, AnalyticsQuery? query, CancellationToken cancellation)
    {
        if (query is null) return new PinReading(null, DataStatus.NotMeasured);

        var answer = await sessions.CallAsync(
            pin.Account!.Id,
            (session, token) => pinterest.GetPinAnalyticsAsync(
                session with { AdAccountId = pin.AdAccountId }, pin.PinterestPinId!, query, token), cancellation);
        return PinMetricsBatch.Unsplit(answer);
    }

    private static Problem? PaceProblem(Exception error) => error switch
    {
        ProblemException { Problem: { Code: "rate_limited" } problem } => problem,
        PinterestException { Failure: { Kind: FailureKind.RateLimited } failure } => PinterestProblems.From(failure),
        _ => null,
    };
}
