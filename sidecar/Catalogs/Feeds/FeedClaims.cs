using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Catalogs.Feeds;

/// <summary>Who looks at which feed: one process at a time for all feeds of an account; and writes what came of it.</summary>
internal sealed class FeedClaims(Database database, TimeProvider clock)
{
    /// <summary>For how long nobody else looks at a feed of the account; a look never takes so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Takes the feed that is due for longest; null when none is due, or another process works its account.</summary>
    public Task<FeedWatchRow?> ClaimAsync()
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var row = sql.Find<FeedWatchRow>(
                """
                select * from feed_watches w
                where next_look_at <= @now and not exists (
                    select 1 from feed_watches o where o.account_id = w.account_id and o.leased_until > @now)
                order by next_look_at, account_id, feed_id limit 1
                """,
                new { now });
            if (row is null) return null;

            // Of each claim its own, so that a look that lasted too long writes nothing over a later one of the same process.
            var taken = row with { Owner = Guid.NewGuid().ToString("N"), LeasedUntil = now + Lease };
            sql.Execute(
                "update feed_watches set owner = @Owner, leased_until = @LeasedUntil where account_id = @AccountId and feed_id = @FeedId",
                new { taken.AccountId, taken.FeedId, taken.Owner, taken.LeasedUntil });
            return taken;
        });
    }

    /// <summary>When the next feed can be looked at; null when none is watched.</summary>
    public DateTimeOffset? NextAt() => database.Read(sql => sql.Find<long?>(
        """
        select min(case when coalesce(leased_until, 0) > next_look_at then leased_until else next_look_at end) from feed_watches
        """)) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Writes what a look found, and tells it, unless the watch was ended or another process has it.</summary>
    public Task EndAsync(FeedWatchRow row, FeedDecision decision)
    {
        var (after, now) = (decision.After, clock.GetUtcNow());
        return database.WriteAsync(sql =>
        {
            var isWritten = sql.Execute(
                """
                update feed_watches set seen = @Seen, asked = @Asked, busy_since = @BusySince, last_looked_at = @LastLookedAt,
                    next_look_at = @NextLookAt, error_code = null, error_message = null, error_remediation = null,
                    owner = null, leased_until = null
                where account_id = @AccountId and feed_id = @FeedId and owner = @Owner and changes = @Changes
                """,
                new
                {
                    row.AccountId,
                    row.FeedId,
                    row.Owner,
                    row.Changes,
                    after.Seen,
                    after.Asked,
                    after.BusySince,
                    after.LastLookedAt,
                    after.NextLookAt,
                }) == 1;
            if (isWritten) foreach (var news in decision.News) Tell(sql, row, news, now);
            else Release(sql, row);
            sql.Announce(FeedWatches.Topic);
        });
    }

    /// <summary>Pinterest could not be asked; it is tried again.</summary>
    public Task FailAsync(FeedWatchRow row, Problem problem)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var next = FeedDecision.NextAfterError(row, now);
            var isWritten = sql.Execute(
                """
                update feed_watches set last_looked_at = @now, next_look_at = @next, error_code = @Code, error_message = @Detail,
                    error_remediation = @Remediation, owner = null, leased_until = null
                where account_id = @AccountId and feed_id = @FeedId and owner = @Owner and changes = @Changes
                """,
                new
                {
                    row.AccountId,
                    row.FeedId,
                    row.Owner,
                    row.Changes,
                    problem.Code,
                    problem.Detail,
                    problem.Remediation,
                    now,
                    next,
                }) == 1;
            if (!isWritten) Release(sql, row);
            sql.Announce(FeedWatches.Topic);
        });
    }

    /// <summary>The feed was deleted on Pinterest: that is told, and it is watched no longer.</summary>
    public Task GoneAsync(FeedWatchRow row)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var isMine = sql.Execute(
                "delete from feed_watches where account_id = @AccountId and feed_id = @FeedId and owner = @Owner",
                new { row.AccountId, row.FeedId, row.Owner }) == 1;
            if (isMine) Tell(sql, row, new FeedNews(null, FeedNews.Gone), now);
            sql.Announce(FeedWatches.Topic);
        });
    }

    /// <summary>Its account is not there any more.</summary>
    public Task DropAsync(FeedWatchRow row) => database.WriteAsync(sql =>
    {
        sql.Execute(
            "delete from feed_watches where account_id = @AccountId and feed_id = @FeedId and owner = @Owner",
            new { row.AccountId, row.FeedId, row.Owner });
    });

    /// <summary>Lets others look at it at once, because this process stops or something else came in between.</summary>
    public Task ReleaseAsync(FeedWatchRow row) => database.WriteAsync(sql => Release(sql, row));

    private static void Release(Sql sql, FeedWatchRow row) => sql.Execute(
        """
        update feed_watches set owner = null, leased_until = null
        where account_id = @AccountId and feed_id = @FeedId and owner = @Owner
        """,
        new { row.AccountId, row.FeedId, row.Owner });

    private static void Tell(Sql sql, FeedWatchRow row, FeedNews news, DateTimeOffset now) => Outbox.Write(
        sql,
        new NewEvent(
            row.WorkspaceId, row.AccountId, null,
            news.Reason is null ? EventTypes.CatalogFeedProcessed : EventTypes.CatalogFeedFailed,
            new { feed = new { row.FeedId, row.AccountId, news.ResultId, news.Reason } }),
        now);
}
