namespace Connector.Pacing;

/// <summary>Tells what other settings would do to an account's queue. Nothing is stored.</summary>
internal sealed class CadencePreview(Forecaster forecasts, QueueReader queues, PaceStore store, TimeProvider clock)
{
    /// <summary>Of a longer queue only so many pins are simulated, the first ones: twice that takes less than a second.</summary>
    public const int Most = 5_000;

    /// <param name="accountId">The account; whether it is held makes no difference.</param>
    /// <param name="proposed">The settings that it would have.</param>
    public QueueChange Of(string accountId, CadenceSettings proposed)
    {
        var now = clock.GetUtcNow();
        var waiting = queues.Queue(accountId);
        var counted = waiting.Count <= Most
            ? waiting
            : [.. waiting.OrderBy(pin => pin.DueAt > now ? pin.DueAt : now).ThenBy(pin => pin.Place).Take(Most)];
        var before = forecasts.Simulate(accountId, counted);
        var after = forecasts.Simulate(accountId, counted, pace => store.ReadCadence(accountId, pace, proposed, now));
        return new QueueChange(
            waiting.Count,
            counted.Count,
            QueueOutlook.Of(before.Values, now),
            QueueOutlook.Of(after.Values, now),
            [
                .. after.Values
                    .GroupBy(expected => expected.Rule)
                    .Where(group => group.Key is not null)
                    .Select(group => new RuleShare(group.Key!, group.Count()))
                    .OrderByDescending(share => share.Pins),
            ]);
    }
}
