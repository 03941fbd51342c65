using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Where the operations on catalogs are.</summary>
internal sealed class CatalogRoutes : Group
{
    public CatalogRoutes() => Configure("/v1/catalogs", catalogs => catalogs.Description(route => route.WithTags("Catalogs")));
}
