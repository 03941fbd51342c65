using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Accounts.Changes;

/// <summary>Writes events about an account in the transaction of their change.</summary>
internal sealed class AccountEvents(PublicAddress address)
{
    /// <summary>Writes an event when the status is another, or the reason for a hold.</summary>
    public void Changed(Sql sql, AccountRow? before, AccountRow after, DateTimeOffset now)
    {
        if (before is null || (before.Status == after.Status && before.HeldCode == after.HeldCode)) return;
        object data = after.Status == AccountStatus.ReconnectRequired
            ? Reconnect(after, isWarning: false, daysLeft: 0)
            : new { account = Account.From(after) };
        Write(sql, after, Type(after.Status), data, now);
    }

    /// <summary>The account's tokens end soon, and nothing has renewed them.</summary>
    public void Warn(Sql sql, AccountRow row, long daysLeft, DateTimeOffset now) =>
        Write(sql, row, EventTypes.AccountReconnectRequired, Reconnect(row, isWarning: true, daysLeft), now);

    private object Reconnect(AccountRow row, bool isWarning, long daysLeft) => new
    {
        account = Account.From(row),
        warning = isWarning,
        days_left = daysLeft,
        expires_at = row.TokensEndAt,
        connect_url = address.OfConnecting(row.Id),
    };

    private static void Write(Sql sql, AccountRow row, string type, object data, DateTimeOffset now) =>
        Outbox.Write(sql, new NewEvent(row.WorkspaceId, row.Id, null, type, data), now);

    private static string Type(string status) => status switch
    {
        AccountStatus.Active => EventTypes.AccountResumed,
        AccountStatus.ReconnectRequired => EventTypes.AccountReconnectRequired,
        _ => EventTypes.AccountHeld,
    };
}
