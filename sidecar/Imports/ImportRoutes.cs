using FastEndpoints;

namespace Connector.Imports;

/// <summary>Where the operations on imports are.</summary>
internal sealed class ImportRoutes : Group
{
    public ImportRoutes() => Configure("/v1/imports", imports => imports.Description(route => route.WithTags("Imports")));
}
