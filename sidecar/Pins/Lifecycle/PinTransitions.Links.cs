using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>Pins whose link leads to a domain that Pinterest blocks for their account.</summary>
internal sealed partial class PinTransitions
{
    private const string OnHold = $"due_at = @Until, wait_code = '{WaitCode.LinkHold}', wait_message = @Reason";

    /// <summary>The account's queued pins to that domain wait until the hold is over; returns which.</summary>
    public static List<string> HoldLink(Sql sql, LinkHold hold, DateTimeOffset now)
    {
        LinkHolds.Put(sql, hold);
        var args = new { hold.AccountId, hold.Domain, hold.Until, hold.Reason, now };
        Change(sql, OnHold, $"account_id = @AccountId and status = '{PinStatus.Queued}' and link_domain = @Domain", args);
        return sql.Query<string>(
            $"select id from pins where account_id = @AccountId and wait_code = '{WaitCode.LinkHold}' and link_domain = @Domain", args);
    }

    /// <summary>Somebody resumed the account: pins to blocked domains are tried again.</summary>
    public static void ReleaseLinks(Sql sql, string accountId, DateTimeOffset now)
    {
        LinkHolds.RemoveAll(sql, accountId);
        sql.Execute(
            $"""
            update pins set due_at = @now, {NoWait}
            where account_id = @accountId and status = '{PinStatus.Queued}' and wait_code = '{WaitCode.LinkHold}'
            """,
            new { accountId, now });
    }

    /// <summary>
    /// Inside a claim: defers the pin when its domain is held; a hold that is over is removed, and this pin tries the link.
    /// </summary>
    private static bool DeferIfLinkHeld(Sql sql, string pinId, DateTimeOffset now)
    {
        if (LinkHolds.OfPin(sql, pinId) is not { } hold) return false;

        if (hold.Until <= now)
        {
            LinkHolds.Remove(sql, hold);
            return false;
        }

        Change(sql, OnHold, $"id = @pinId and status = '{PinStatus.Queued}'", new { pinId, hold.Until, hold.Reason, now });
        return true;
    }
}
