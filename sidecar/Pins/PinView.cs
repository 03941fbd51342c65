using Connector.Accounts;
using Connector.Pacing;
using Connector.Publishing;

namespace Connector.Pins;

/// <summary>Shows a pin with why it waits and when it is expected to go out.</summary>
internal sealed class PinView(AccountStore accounts, PaceLedger pace, PinStore pins, LaneDepth depth, TimeProvider clock)
{
    public Pin Show(PinRow row) => Show(row, accounts.Find(row.AccountId), position: null);

    /// <summary>Shows a pin just accepted, without counting the queue it joined.</summary>
    public Pin ShowAccepted(PinRow row, AccountRow account) => Show(row, account, depth.Joined(row.AccountId));

    private Pin Show(PinRow row, AccountRow? account, long? position)
    {
        if (PinStatus.IsFinal(row.Status)) return Pin.From(row, null, null);

        var now = clock.GetUtcNow();
        var status = account?.Status ?? AccountStatus.ReconnectRequired;
        var isDue = row.Status == PinStatus.Queued && row.DueAt <= now;
        if (isDue) position ??= pins.PositionOf(row);

        var (decision, expected) = pace.With(row.AccountId, p => (
            p.Decide(PublishedLimits.OrgWrite, now),
            p.Forecast(PublishedLimits.OrgWrite, position ?? 1, now)));
        var eta = Estimate(row, status, isDue ? position : null, expected, now);
        return Pin.From(row, Waiting.For(row, status, AccountHold.Of(account), decision, eta, now), eta);
    }

    private static Eta? Estimate(PinRow row, string accountStatus, long? position, DateTimeOffset expected, DateTimeOffset now)
    {
        if (row.Status == PinStatus.Publishing) return null;

        var notBefore = row.DueAt > now ? row.DueAt : now;
        DateTimeOffset? at = accountStatus == AccountStatus.Active && row.Status != PinStatus.AwaitingApproval
            ? (expected > notBefore ? expected : notBefore)
            : null;
        return new Eta(notBefore, at, position);
    }
}
