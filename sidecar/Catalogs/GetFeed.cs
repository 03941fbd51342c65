using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>GET /v1/catalogs/feeds/{feed_id}</summary>
internal sealed class GetFeed(FeedActions feeds) : Operation<FeedCall, Feed>
{
    public override void Configure()
    {
        Get("/feeds/{feed_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Get a feed of products, and how it is watched.", 404);
    }

    public override Task<Feed> ExecuteAsync(FeedCall call, CancellationToken ct) => feeds.GetAsync(Caller, call, ct);
}
