using System.Collections.Concurrent;
using Connector.Accounts;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>Asks for many pins' numbers in one call, which Pinterest permits to few apps.</summary>
/// <remarks>https://developers.pinterest.com/docs/api/v5/multi_pins-analytics</remarks>
internal sealed class PinMetricsBatch(AccountSessions sessions, PinterestClient pinterest, TimeProvider clock)
{
    // After a refusal, the call is tried again after this time: Pinterest may have permitted it to the app.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PinterestEnvironment, long> _refusedAt = new();

    /// <summary>The readings of pins that share account, ad account and kind; null where they must be asked for one by one.</summary>
    public async Task<IReadOnlyDictionary<PinTarget, PinReading>?> ReadAsync(
        IReadOnlyList<PinTarget> pins, MetricsRequest question, CancellationToken cancellation)
    {
        var account = pins[0].Account!;
        MetricsProblems.EnsureHasAnalytics(account);
        if (pins.Count == 1 || IsRefused(account.Environment) || question.For(pins[0].Media) is not { } query) return null;

        try
        {
            var ids = pins.Select(pin => pin.PinterestPinId!);
            var answer = await sessions.CallAsync(
                account.Id,
                (session, token) => pinterest.GetPinsAnalyticsAsync(
                    session with { AdAccountId = pins[0].AdAccountId }, ids, query, token), cancellation);
            return pins.ToDictionary(pin => pin, pin => Unsplit(answer.GetValueOrDefault(pin.PinterestPinId!)));
        }
        catch (PinterestException refused) when (refused.Failure.Kind == FailureKind.FeatureRestricted)
        {
            _refusedAt[account.Environment] = clock.GetTimestamp();
            return null;
        }
        catch (PinterestException refused)
            when (refused.Failure.Kind is FailureKind.Invalid or FailureKind.PinNotFound or FailureKind.NotFound or FailureKind.Forbidden)
        {
            // One pin that Pinterest refuses makes it refuse the whole call; asked one by one, each gets its own answer.
            return null;
        }
    }

    /// <summary>What there is without a split; a pin without numbers is left out of the answer.</summary>
    public static PinReading Unsplit(Dictionary<string, MetricSet>? answer) =>
        answer?.GetValueOrDefault("all") is { } numbers ? new PinReading(numbers, null) : new PinReading(null, DataStatus.NoData);

    private bool IsRefused(PinterestEnvironment environment) =>
        _refusedAt.TryGetValue(environment, out var at) && clock.GetElapsedTime(at) < RetryAfter;
}
