using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>Queues an account's pins whose time has come and claims them one by one; raises each pin's change after its commit.</summary>
internal sealed class PinClaimer(
    QueueStore store, PaceLedger pace, SharedBudget budgets, PinterestClock pinterestClock, PinChanges changes)
{
    /// <summary>Queues what is scheduled and whose time has come.</summary>
    public async Task QueueDueAsync(string accountId, DateTimeOffset now)
    {
        foreach (var pinId in await store.QueueDueAsync(accountId, now)) changes.Raise(pinId);
    }

    /// <summary>Takes a pin's pace so that it can be claimed; null with the decision when it may not be published now.</summary>
    public (NextPin? Next, PaceDecision Decision) Choose(AccountRow account, PacedPin pin, CancellationToken stop)
    {
        // Before the decision: whatever is tightened after it counts.
        var stands = pace.Standing(account.Id);
        // It may fail, and then no pace must be taken.
        var budget = budgets.Of(account.Id, PublishedLimits.OrgWrite, isWorkedHere: true);
        var decision = pace.TryBegin(account.Id, pin);
        return decision.IsNow
            ? (Next(), decision)
            : (null, decision);

        NextPin Next() => new(account, pin, decision.NotBefore, pinterestClock.Confirms(account.Environment), StillStands)
        {
            Budget = budget,
        };

        bool StillStands() => !stop.IsCancellationRequested && stands();
    }

    /// <summary>Claims a pin; null when it can no longer be claimed.</summary>
    public async Task<Claim?> ClaimAsync(NextPin next)
    {
        Claim? claim = null;
        try
        {
            return claim = await store.ClaimAsync(next);
        }
        finally
        {
            Note(next, claim);
        }
    }

    /// <summary>Counts a pin that was claimed; one that could not be gives its pace back.</summary>
    public void Note(NextPin next, Claim? claim)
    {
        if (claim is null)
        {
            pace.Release(next.Account.Id, next.Chosen);
            // The next choice knows.
            if (next.IsSpent) budgets.Forget(next.Account.Id, next.Budget!);
            return;
        }

        pace.Confirm(next.Account.Id, next.Chosen, claim.Pin.Paced);
        changes.Raise(next.Pin.Id);
    }
}
