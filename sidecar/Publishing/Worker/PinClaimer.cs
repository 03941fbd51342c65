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

    /// <summary>Claims a pin whose pace was taken; null when it can no longer be claimed, and then the pace is released.</summary>
    public async Task<Claim?> ClaimAsync(AccountRow account, PacedPin pin)
    {
        Claim? claim = null;
        try
        {
            claim = await store.ClaimAsync(account.Id, pin.Id, pinterestClock.Confirms(account.Environment));
        }
        finally
        {
            if (claim is null) pace.Release(account.Id, PublishedLimits.OrgWrite);
        }

        if (claim is null) return null;
        // As it was claimed: it may have been edited since it was found in the queue.
        pace.RecordPublish(account.Id, claim.Pin.Paced, claim.At);
        changes.Raise(pin.Id);
        return claim;
    }
}
