using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    private const string GroupsPath = "/catalogs/product_groups";

    public Task<PinterestPage<PinterestGroup?>> ListGroupsAsync(
        PinterestSession session, string? catalogId, string? feedId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestGroup?>>(
            session, CatalogListing(GroupsPath, bookmark, pageSize, ("catalog_id", catalogId), ("feed_id", feedId)), cancellation);

    public Task<PinterestGroup> GetGroupAsync(PinterestSession session, string groupId, CancellationToken cancellation) =>
        ReadAsync<PinterestGroup>(session, PinterestCall.Get(CatalogsRead, GroupPath(groupId)), cancellation, HasId);

    /// <summary>Makes a group; sent twice it is refused, because its name is taken.</summary>
    /// <param name="session">On whose behalf.</param>
    /// <param name="fields">Pinterest's names of the fields, and their values.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<PinterestGroup> CreateGroupAsync(
        PinterestSession session, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation) =>
        ReadAsync<PinterestGroup>(session, InCatalogs(PinterestCall.Post(GroupsPath, fields)), cancellation, HasId);

    public Task<PinterestGroup> UpdateGroupAsync(
        PinterestSession session, string groupId, IReadOnlyDictionary<string, object?> changes, CancellationToken cancellation) =>
        ReadAsync<PinterestGroup>(session, InCatalogs(PinterestCall.Patch(GroupPath(groupId), changes)), cancellation, HasId);

    public Task DeleteGroupAsync(PinterestSession session, string groupId, CancellationToken cancellation) =>
        DeleteAsync(session, InCatalogs(PinterestCall.Delete(GroupPath(groupId))), cancellation);

    public Task<PinterestGroupCounts> GetGroupCountsAsync(PinterestSession session, string groupId, CancellationToken cancellation) =>
        ReadAsync<PinterestGroupCounts>(
            session, PinterestCall.Get(CatalogsRead, $"{GroupPath(groupId)}/product_counts"), cancellation);

    /// <summary>The products of a group, each with its pin.</summary>
    public Task<PinterestPage<PinterestProduct?>> ListGroupProductsAsync(
        PinterestSession session, string groupId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestProduct?>>(
            session, CatalogListing($"{GroupPath(groupId)}/products", bookmark, pageSize), cancellation);

    /// <summary>Has Pinterest make a report; the same one for each request of a day.</summary>
    public Task<ReportToken> CreateReportAsync(PinterestSession session, ReportQuery query, CancellationToken cancellation)
    {
        var report = Fields(query).Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value);
        var body = new Dictionary<string, object?> { ["catalog_type"] = "RETAIL", ["report"] = report };
        return ReadAsync<ReportToken>(
            session, new PinterestCall(HttpMethod.Post, "/catalogs/reports", CatalogsRead) { Body = body }, cancellation,
            answer => answer.Token is { Length: > 0 });
    }

    public Task<PinterestReport> GetReportAsync(PinterestSession session, string token, CancellationToken cancellation) =>
        ReadAsync<PinterestReport>(session, PinterestCall.Get(CatalogsRead, "/catalogs/reports", ("token", token)), cancellation);

    public Task<PinterestPage<PinterestReportCount?>> ListReportCountsAsync(
        PinterestSession session, ReportQuery query, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestReportCount?>>(
            session,
            CatalogListing(
                "/catalogs/reports/stats", bookmark, pageSize,
                [
                    ("parameters[catalog_type]", "RETAIL"),
                    .. Fields(query).Select(field => ($"parameters[report][{field.Name}]", field.Value)),
                ]),
            cancellation);

    private static (string Name, string? Value)[] Fields(ReportQuery query) =>
    [
        ("report_type", query.ReportType), ("catalog_id", query.CatalogId), ("feed_id", query.FeedId),
        ("processing_result_id", query.ProcessingResultId),
    ];

    private static string GroupPath(string groupId) => $"{GroupsPath}/{Segment(groupId)}";

    private static bool HasId(PinterestGroup group) => group.Id.Length > 0;
}
