using Connector.Accounts;
using Connector.Storage;

namespace Connector.Catalogs.Feeds;

/// <summary>The feeds of an account that is disconnected are watched no longer.</summary>
internal sealed class FeedWatchDeletion : IAccountTransitionHandler
{
    public void Deleted(Sql sql, string accountId, DateTimeOffset now) =>
        sql.Execute("delete from feed_watches where account_id = @accountId", new { accountId });

    public void Resumed(Sql sql, string accountId, DateTimeOffset now)
    {
        // Nothing of a watch waits for its account: it is looked at in any case.
    }
}
