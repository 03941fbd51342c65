using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>PUT /v1/catalogs/feeds/{feed_id}/watch</summary>
internal sealed class WatchFeed(FeedActions feeds) : Operation<FeedCall, FeedWatch>
{
    public override void Configure()
    {
        Put("/feeds/{feed_id}/watch");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Watch a feed: an event tells how each processing ends from now on. Done twice, it is as if it was done once.", 404, 409);
    }

    public override Task<FeedWatch> ExecuteAsync(FeedCall call, CancellationToken ct) => feeds.WatchAsync(Caller, call, ct);
}
