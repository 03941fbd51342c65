using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Common;
using Connector.Http;

namespace Connector.Catalogs.Feeds;

/// <summary>What callers do with feeds: on Pinterest, and with how they are watched.</summary>
internal sealed class FeedActions(CatalogCalls calls, FeedWatches watches)
{
    public async Task<Feed> GetAsync(Caller caller, FeedCall call, CancellationToken cancellation)
    {
        var (account, id) = (calls.AccountOf(caller, call), CatalogId.OfFeed(call.FeedId));
        var feed = await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ReadFeeds,
            (pinterest, session, token) => pinterest.GetFeedAsync(session, id, token), cancellation);
        return Feed.From(feed, watches.Find(account.Id, id));
    }

    public async Task<Feed> CreateAsync(
        Caller caller, CatalogCall call, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation)
    {
        var account = calls.AccountOf(caller, call);
        EnsureMayWrite(caller, account);
        var feed = await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ChangeFeeds,
            (pinterest, session, token) => pinterest.CreateFeedAsync(session, fields, token), cancellation);
        // Everything that becomes of a new feed is news.
        var watch = feed.Status == "INACTIVE"
            ? await WatchedAsync(() => watches.BeginAsync(account, feed.Id, call.AdAccountId))
            : await WatchedAsync(() => watches.AskedAsync(account, feed.Id, call.AdAccountId, DateTimeOffset.UnixEpoch));
        return Feed.From(feed, watch);
    }

    public async Task<Feed> UpdateAsync(
        Caller caller, FeedCall call, IReadOnlyDictionary<string, object?> changes, CancellationToken cancellation)
    {
        var (account, id) = (calls.AccountOf(caller, call), CatalogId.OfFeed(call.FeedId));
        EnsureMayWrite(caller, account);
        var feed = await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ChangeFeeds,
            (pinterest, session, token) => pinterest.UpdateFeedAsync(session, id, changes, token), cancellation);
        return Feed.From(feed, watches.Find(account.Id, id));
    }

    public async Task DeleteAsync(Caller caller, FeedCall call, CancellationToken cancellation)
    {
        var (account, id) = (calls.AccountOf(caller, call), CatalogId.OfFeed(call.FeedId));
        await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ChangeFeeds,
            async (pinterest, session, token) =>
            {
                await pinterest.DeleteFeedAsync(session, id, token);
                return true;
            },
            cancellation);
        await watches.EndAsync(account.Id, id);
    }

    public async Task<StartedIngestion> IngestAsync(Caller caller, FeedCall call, CancellationToken cancellation)
    {
        var (account, id) = (calls.AccountOf(caller, call), CatalogId.OfFeed(call.FeedId));
        EnsureMayWrite(caller, account);
        var run = await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.IngestFeeds,
            (pinterest, session, token) => pinterest.IngestFeedAsync(session, id, token), cancellation);
        var watch = await WatchedAsync(
            () => watches.AskedAsync(account, id, call.AdAccountId, run.CreatedAt ?? DateTimeOffset.UnixEpoch));
        return new StartedIngestion(
            run.Id, id, run.Status?.ToLowerInvariant(), run.CreatedAt, watch is null ? null : FeedWatch.From(watch));
    }

    public async Task<FeedWatch> WatchAsync(Caller caller, FeedCall call, CancellationToken cancellation)
    {
        var (account, id) = (calls.AccountOf(caller, call), CatalogId.OfFeed(call.FeedId));
        // Pinterest is asked first, so that nobody waits for news of a feed that is not there, or that the account may not read.
        AccountCapabilities.EnsureGranted(account, AccountCapabilities.FeedResults);
        await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ReadFeeds,
            (pinterest, session, token) => pinterest.GetFeedAsync(session, id, token), cancellation);
        return FeedWatch.From(await watches.BeginAsync(account, id, call.AdAccountId) ?? throw TooMany());
    }

    public Task UnwatchAsync(Caller caller, FeedCall call) =>
        watches.EndAsync(calls.AccountOf(caller, call).Id, CatalogId.OfFeed(call.FeedId));

    // Pinterest makes pins of what is in a feed.
    private static void EnsureMayWrite(Caller caller, AccountRow account)
    {
        DirectWrites.EnsureNotHeld(account);
        DirectWrites.EnsureApproved(caller, account, AccountSettings.From(account).RequireApproval, "a change of a feed");
    }

    // What was done on Pinterest is done: that it is not watched as well does not undo it.
    private static async Task<FeedWatchRow?> WatchedAsync(Func<Task<FeedWatchRow?>> begin)
    {
        try
        {
            return await begin();
        }
        catch (Exception error) when (error is StorageUnavailableException || MissingReference.Is(error))
        {
            return null;
        }
    }

    private static ProblemException TooMany() => new(new(
        409, "watch_limit_reached", "The account has no room for another watched feed.",
        $"The account has {FeedWatches.Most} watched feeds, which is the limit.",
        "End one that is not needed any more: DELETE /v1/catalogs/feeds/{feed_id}/watch."));
}
