using FastEndpoints;

namespace Connector.Boards.Requests;

/// <summary>A request for one page of the pins on a board.</summary>
public record BoardPinsCall : PinListCall
{
    [RouteParam]
    public string BoardId { get; init; } = "";
}
