using Connector.Accounts;
using Connector.Http;
using Connector.Storage;

namespace Connector.Catalogs.Feeds;

/// <summary>Which feeds are watched, as callers ask for it.</summary>
internal sealed class FeedWatches(Database database, TimeProvider clock)
{
    /// <summary>The topic of <see cref="Database.Announced"/> when a watch is new or changed.</summary>
    public const string Topic = "feed_watches";

    /// <summary>The most watched feeds of an account: each is a call an hour.</summary>
    public const int Most = 100;

    private const string Save =
        """
        insert into feed_watches (workspace_id, account_id, feed_id, ad_account_id, since, asked, busy_since, next_look_at, created_at)
        values (@WorkspaceId, @AccountId, @FeedId, @AdAccountId, @Since, @Asked, @BusySince, @NextLookAt, @CreatedAt)
        on conflict (account_id, feed_id) do nothing
        """;

    public List<FeedWatchRow> Of(string accountId) => database.Read(sql => sql.Query<FeedWatchRow>(
        "select * from feed_watches where account_id = @accountId order by feed_id", new { accountId }));

    public FeedWatchRow? Find(string accountId, string feedId) => database.Read(sql => Find(sql, accountId, feedId));

    /// <summary>Watches a feed, looked at once now; one that is watched already goes on as it is. Null when the account has too many.</summary>
    public Task<FeedWatchRow?> BeginAsync(AccountRow account, string feedId, string? adAccountId) =>
        SaveAsync(New(account, feedId, adAccountId) with { Since = clock.GetUtcNow() }, isProcessed: false);

    /// <summary>The same when Pinterest processes it from now on: it is looked at more often until that has ended.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="feedId">Which feed.</param>
    /// <param name="adAccountId">In whose name Pinterest is asked.</param>
    /// <param name="since">What began before is old.</param>
    public Task<FeedWatchRow?> AskedAsync(AccountRow account, string feedId, string? adAccountId, DateTimeOffset since)
    {
        var now = clock.GetUtcNow();
        return SaveAsync(
            New(account, feedId, adAccountId) with { Since = since, Asked = 1, BusySince = now, NextLookAt = now + FeedDecision.Busy },
            isProcessed: true);
    }

    public Task EndAsync(string accountId, string feedId) => database.WriteAsync(sql =>
    {
        sql.Execute("delete from feed_watches where account_id = @accountId and feed_id = @feedId", new { accountId, feedId });
        sql.Announce(Topic);
    });

    private FeedWatchRow New(AccountRow account, string feedId, string? adAccountId) => new()
    {
        WorkspaceId = account.WorkspaceId,
        AccountId = account.Id,
        FeedId = feedId,
        AdAccountId = adAccountId,
        NextLookAt = clock.GetUtcNow(),
        CreatedAt = clock.GetUtcNow(),
    };

    private Task<FeedWatchRow?> SaveAsync(FeedWatchRow row, bool isProcessed) => database.WriteAsync(sql =>
    {
        var known = Find(sql, row.AccountId, row.FeedId);
        if (known is null)
        {
            var count = sql.Find<long>("select count(*) from feed_watches where account_id = @AccountId", new { row.AccountId });
            if (count >= Most) return null;
            sql.Execute(Save, row);
        }
        else if (isProcessed)
        {
            sql.Execute(
                """
                update feed_watches set asked = 1, busy_since = @BusySince, next_look_at = @NextLookAt, changes = changes + 1
                where account_id = @AccountId and feed_id = @FeedId
                """,
                new { row.AccountId, row.FeedId, row.BusySince, row.NextLookAt });
        }

        sql.Announce(Topic);
        return Find(sql, row.AccountId, row.FeedId);
    });

    private static FeedWatchRow? Find(Sql sql, string accountId, string feedId) => sql.Find<FeedWatchRow>(
        "select * from feed_watches where account_id = @accountId and feed_id = @feedId", new { accountId, feedId });
}
