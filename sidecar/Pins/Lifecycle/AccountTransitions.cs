using Connector.Accounts;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>What happens to an account's pins when the account is disconnected, or resumed by a user.</summary>
internal sealed class AccountTransitions : IAccountTransitionHandler
{
    public void Deleted(Sql sql, string accountId, DateTimeOffset now) => PinEvents.CancelWaiting(sql, accountId, now);

    public void Resumed(Sql sql, string accountId, DateTimeOffset now)
    {
        sql.Execute("delete from link_holds where account_id = @accountId", new { accountId });
        sql.Execute(
            """
            update pins set due_at = @now, wait_code = null, wait_message = null
            where account_id = @accountId and status = 'queued' and wait_code = 'link_hold'
            """,
            new { accountId, now });
    }
}
