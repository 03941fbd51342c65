using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Catalogs;

/// <summary>DELETE /v1/catalogs/feeds/{feed_id}</summary>
internal sealed class DeleteFeed(FeedActions feeds) : Operation<FeedCall, NoContent>
{
    public override void Configure()
    {
        Delete("/feeds/{feed_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a feed on Pinterest, for good: its products disappear there. It is watched no longer.", 404, 409);
    }

    public override async Task<NoContent> ExecuteAsync(FeedCall call, CancellationToken ct)
    {
        await feeds.DeleteAsync(Caller, call, ct);
        return TypedResults.NoContent();
    }
}
