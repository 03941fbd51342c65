using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs;

/// <summary>A catalog of products, as Pinterest has it.</summary>
/// <param name="CatalogId">Pinterest's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">RETAIL, HOTEL or CREATIVE_ASSETS.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record ProductCatalog(string CatalogId, string? Name, string? Type, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt);

/// <summary>GET /v1/catalogs</summary>
internal sealed class ListCatalogs(CatalogCalls calls) : Operation<CatalogPageCall, Page<ProductCatalog>>
{
    public override void Configure()
    {
        Get("/");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List an account's catalogs of products. The account needs the scope catalogs:read.", 404);
    }

    public override async Task<Page<ProductCatalog>> ExecuteAsync(CatalogPageCall call, CancellationToken ct)
    {
        var page = await calls.CallAsync(
            Caller, call, AccountCapabilities.ListCatalogs,
            (pinterest, session, token) => pinterest.ListCatalogsAsync(session, call.Cursor, call.Limit, token), ct);
        return CatalogCalls.Page(page, one => new ProductCatalog(one.Id, one.Name, one.CatalogType, one.CreatedAt, one.UpdatedAt));
    }
}
