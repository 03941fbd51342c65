using Connector.Accounts;
using Connector.Storage;

namespace Connector.Sources.Store;

/// <summary>An account that is disconnected watches nothing any more: its sources and what is known of their items are deleted.</summary>
internal sealed class SourceDeletion : IAccountTransitionHandler
{
    public void Deleted(Sql sql, string accountId, DateTimeOffset now)
    {
        sql.Execute(
            "delete from source_items where source_id in (select id from sources where account_id = @accountId)", new { accountId });
        sql.Execute("delete from sources where account_id = @accountId", new { accountId });
    }

    public void Resumed(Sql sql, string accountId, DateTimeOffset now)
    {
        // Nothing of a source waits for its account: it is looked at in any case.
    }
}
