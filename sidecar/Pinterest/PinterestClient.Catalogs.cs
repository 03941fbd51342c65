using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    public Task<PinterestPage<Catalog?>> ListCatalogsAsync(
        PinterestSession session, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<Catalog?>>(session, CatalogListing("/catalogs", bookmark, pageSize), cancellation);

    public Task<PinterestPage<CatalogFeed?>> ListFeedsAsync(
        PinterestSession session, string? catalogId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<CatalogFeed?>>(
            session, CatalogListing("/catalogs/feeds", bookmark, pageSize, ("catalog_id", catalogId)), cancellation);

    public Task<CatalogFeed> GetFeedAsync(PinterestSession session, string feedId, CancellationToken cancellation) =>
        ReadAsync<CatalogFeed>(session, PinterestCall.Get(CatalogsRead, FeedPath(feedId)), cancellation, HasId);

    /// <summary>Makes a feed; sent twice it is refused, because its name is taken.</summary>
    /// <param name="session">On whose behalf.</param>
    /// <param name="fields">Pinterest's names of the fields, and their values.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<CatalogFeed> CreateFeedAsync(
        PinterestSession session, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation) =>
        ReadAsync<CatalogFeed>(session, InCatalogs(PinterestCall.Post("/catalogs/feeds", fields)), cancellation, HasId);

    /// <summary>Changes a feed; null takes a field away.</summary>
    /// <param name="session">On whose behalf.</param>
    /// <param name="feedId">Which feed.</param>
    /// <param name="changes">As for <see cref="CreateFeedAsync"/>, those that change and the type of the catalog.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<CatalogFeed> UpdateFeedAsync(
        PinterestSession session, string feedId, IReadOnlyDictionary<string, object?> changes, CancellationToken cancellation) =>
        ReadAsync<CatalogFeed>(session, InCatalogs(PinterestCall.Patch(FeedPath(feedId), changes)), cancellation, HasId);

    public Task DeleteFeedAsync(PinterestSession session, string feedId, CancellationToken cancellation) =>
        DeleteAsync(session, InCatalogs(PinterestCall.Delete(FeedPath(feedId))), cancellation);

    /// <summary>Has Pinterest process a feed now; not every app may ask for that.</summary>
    public Task<FeedIngestion> IngestFeedAsync(PinterestSession session, string feedId, CancellationToken cancellation) =>
        ReadAsync<FeedIngestion>(
            session, new PinterestCall(HttpMethod.Post, $"{FeedPath(feedId)}/ingest", CatalogsWrite), cancellation,
            run => run.Id.Length > 0);

    /// <summary>How its processings went; Pinterest says that only the first page is there for now.</summary>
    public Task<PinterestPage<FeedResult?>> ListFeedResultsAsync(
        PinterestSession session, string feedId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<FeedResult?>>(
            session, CatalogListing($"{FeedPath(feedId)}/processing_results", bookmark, pageSize), cancellation);

    /// <summary>Up to 20 items for each thing that is wrong.</summary>
    public Task<PinterestPage<FeedItemIssues?>> ListFeedIssuesAsync(
        PinterestSession session, string resultId, FeedIssuesQuery which, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<FeedItemIssues?>>(
            session,
            CatalogListing(
                $"/catalogs/processing_results/{Segment(resultId)}/item_issues", bookmark, pageSize,
                [.. Each("item_numbers", which.ItemNumbers.Select(Number)), ("item_validation_issue", which.Issue)]),
            cancellation);

    private static PinterestCall CatalogListing(
        string path, string? bookmark, int pageSize, params (string Name, string? Value)[] more) =>
        PinterestCall.Get(CatalogsRead, path, [.. more, ("bookmark", bookmark), ("page_size", Number(pageSize))]);

    private static PinterestCall InCatalogs(PinterestCall write) => write with { Category = CatalogsWrite };

    private static string FeedPath(string feedId) => $"/catalogs/feeds/{Segment(feedId)}";

    private static bool HasId(CatalogFeed feed) => feed.Id.Length > 0;
}
