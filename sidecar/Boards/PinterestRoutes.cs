using FastEndpoints;

namespace Connector.Boards;

/// <summary>Where the operations on pins are that are on Pinterest, whoever published them.</summary>
internal sealed class PinterestRoutes : Group
{
    public PinterestRoutes() => Configure("/v1/pinterest", pins => pins.Description(route => route.WithTags("Boards")));
}
