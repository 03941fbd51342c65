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
        var (pin, allowedAt) = First(accountId, busyBoards, now);
        if (pin is not null) return (pin, null);

        var dueAt = store.NextDueAt(accountId, now);
        return (null, allowedAt < dueAt || dueAt is null ? allowedAt : dueAt);
    }

    /// <summary>The first of those that are due; or, when none can be published, when a rule allows the next one.</summary>
    public (PacedPin? Pin, DateTimeOffset? AllowedAt) First(string accountId, IReadOnlyCollection<string> busyBoards, DateTimeOffset now)
    {
        DateTimeOffset? allowedAt = null;
        foreach (var pin in store.Queued(accountId, now))
        {
            if (busyBoards.Contains(pin.BoardId)) continue;
            var decision = pace.DecideAmong(accountId, pin, now);
            if (decision.IsNow) return (pin, null);
            if (!(allowedAt <= decision.NotBefore)) allowedAt = decision.NotBefore;
        }

        return (null, allowedAt);
    }
}
