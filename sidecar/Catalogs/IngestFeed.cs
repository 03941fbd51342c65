using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>A processing of a feed that has begun.</summary>
/// <param name="ResultId">Pinterest's id of it.</param>
/// <param name="FeedId">Of which feed.</param>
/// <param name="Status">processing, completed or failed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Watch">How the feed is watched: an event tells how it ended.</param>
public sealed record StartedIngestion(string ResultId, string FeedId, string? Status, DateTimeOffset? StartedAt, FeedWatch? Watch);

/// <summary>POST /v1/catalogs/feeds/{feed_id}/ingest</summary>
internal sealed class IngestFeed(FeedActions feeds) : Operation<FeedCall, StartedIngestion>
{
    public override void Configure()
    {
        Post("/feeds/{feed_id}/ingest");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Have Pinterest process a feed now, and watch it from now on. Pinterest opens this only to some apps; every feed is processed "
                + "once a day anyway.",
            404);
    }

    public override Task<StartedIngestion> ExecuteAsync(FeedCall call, CancellationToken ct) => feeds.IngestAsync(Caller, call, ct);
}
