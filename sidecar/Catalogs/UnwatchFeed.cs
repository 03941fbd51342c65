using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Catalogs;

/// <summary>DELETE /v1/catalogs/feeds/{feed_id}/watch</summary>
internal sealed class UnwatchFeed(FeedActions feeds) : Operation<FeedCall, NoContent>
{
    public override void Configure()
    {
        Delete("/feeds/{feed_id}/watch");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Watch a feed no longer; on Pinterest it stays as it is.", 404);
    }

    public override async Task<NoContent> ExecuteAsync(FeedCall call, CancellationToken ct)
    {
        await feeds.UnwatchAsync(Caller, call);
        return TypedResults.NoContent();
    }
}
