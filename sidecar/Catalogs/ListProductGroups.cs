using System.ComponentModel;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Groups;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Whose groups of products.</summary>
public sealed record ListProductGroupsCall : CatalogPageCall
{
    [QueryParam, Description("Only those of this catalog: its id.")]
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a catalog's id: digits.")]
    public string? Catalog { get; init; }

    [QueryParam, Description("Only those of this feed: its id."), Pattern(@"^\d{1,24}$", ErrorMessage = "must be a feed's id: digits.")]
    public string? Feed { get; init; }
}

/// <summary>GET /v1/catalogs/groups</summary>
internal sealed class ListProductGroups(GroupCalls groups) : Operation<ListProductGroupsCall, Page<ProductGroup>>
{
    public override void Configure()
    {
        Get("/groups");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List an account's groups of products. The account needs the scope catalogs:read.", 404, 409);
    }

    public override async Task<Page<ProductGroup>> ExecuteAsync(ListProductGroupsCall call, CancellationToken ct)
    {
        var page = await groups.ReadAsync(
            Caller, call, (pinterest, session, token) =>
                pinterest.ListGroupsAsync(session, call.Catalog, call.Feed, call.Cursor, call.Limit, token), ct);
        return CatalogCalls.Page(page, GroupRows.Of);
    }
}
