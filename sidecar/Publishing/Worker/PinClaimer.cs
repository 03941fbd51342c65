using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>Queues an account's pins whose time has come and claims them one by one; raises each pin's change after its commit.</summary>
internal sealed class PinClaimer(QueueStore store, PaceLedger pace, PinterestClock pinterestClock, PinChanges changes)
{
    /// <summary>Queues what is scheduled and whose time has come.</summary>
    public async Task QueueDueAsync(string accountId, DateTimeOffset now)
    {
        foreach (var pinId in await store.QueueDueAsync(accountId, now)) changes.Raise(pinId);
    }

    /// <summary>A pin whose pace was taken, to be claimed.</summary>
    public NextPin Choose(AccountRow account, PacedPin pin) => new(account, pin, pinterestClock.Confirms(account.Environment));

    /// <summary>Claims a pin; null when it can no longer be claimed.</summary>
    public async Task<Claim?> ClaimAsync(NextPin next)
    {
        Claim? claim = null;
        try
        {
            return claim = await store.ClaimAsync(next.Account.Id, next.Pin.Id, next.ClockConfirmed);
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
            pace.Release(next.Account.Id, PublishedLimits.OrgWrite);
            return;
        }

        // As it was claimed: it may have been edited since it was found in the queue.
        pace.RecordPublish(next.Account.Id, claim.Pin.Paced, claim.At);
        changes.Raise(next.Pin.Id);
    }
}
