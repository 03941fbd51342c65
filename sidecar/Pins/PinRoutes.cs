using FastEndpoints;

namespace Connector.Pins;

/// <summary>Where the operations on pins are.</summary>
internal sealed class PinRoutes : Group
{
    public PinRoutes() => Configure("/v1/pins", pins => pins.Description(route => route.WithTags("Pins")));
}
