using FastEndpoints;

namespace Connector.Http;

/// <summary>A request about one thing, named by the id in its address.</summary>
public record IdCall
{
    [RouteParam]
    public string Id { get; init; } = "";
}
