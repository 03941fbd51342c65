using FastEndpoints;

namespace Connector.Sources;

/// <summary>Where the operations on watched sources are.</summary>
internal sealed class SourceRoutes : Group
{
    public SourceRoutes() => Configure("/v1/sources", sources => sources.Description(route => route.WithTags("Sources")));
}
