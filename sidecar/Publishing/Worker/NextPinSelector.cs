using Connector.Pacing;

namespace Connector.Publishing.Worker;

/// <summary>Finds the pin to publish next: the first in the queue whose board is free and that no rule defers.</summary>
internal sealed class NextPinSelector(QueueStore store, PaceLedger pace)
{
    /// <summary>
    /// The next pin; or, when none can be published, when that may change by itself (null: when a board becomes free or a pin joins).
    /// </summary>
    public (PacedPin? Pin, DateTimeOffset? NextAt) Next(string accountId, IReadOnlyCollection<string> busyBoards, DateTimeOffset now)
    {
        var nextAt = DateTimeOffset.MaxValue;
        foreach (var pin in store.Queued(accountId, now))
        {
            if (busyBoards.Contains(pin.BoardId)) continue;
            var decision = pace.DecideAmong(accountId, pin, now);
            if (decision.IsNow) return (pin, null);
            if (decision.NotBefore < nextAt) nextAt = decision.NotBefore;
        }

        if (store.NextDueAt(accountId, now) is { } due && due < nextAt) nextAt = due;
        return (null, nextAt == DateTimeOffset.MaxValue ? null : nextAt);
    }
}
