using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Accounts.Changes;

/// <summary>Writes the event that an account stopped publishing or goes on, in the transaction of that change.</summary>
internal static class AccountEvents
{
    /// <summary>Writes an event when the status is another, or the reason for a hold.</summary>
    public static void Changed(Sql sql, AccountRow? before, AccountRow after, DateTimeOffset now)
    {
        if (before is null || (before.Status == after.Status && before.HeldCode == after.HeldCode)) return;
        Outbox.Write(sql, new NewEvent(after.WorkspaceId, after.Id, null, Type(after.Status), new { account = Account.From(after) }), now);
    }

    private static string Type(string status) => status switch
    {
        AccountStatus.Active => EventTypes.AccountResumed,
        AccountStatus.ReconnectRequired => EventTypes.AccountReconnectRequired,
        _ => EventTypes.AccountHeld,
    };
}
