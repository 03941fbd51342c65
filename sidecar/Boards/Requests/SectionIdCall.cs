using FastEndpoints;

namespace Connector.Boards.Requests;

/// <summary>A request about one section of a board.</summary>
public record SectionIdCall : BoardIdCall
{
    [RouteParam]
    public string SectionId { get; init; } = "";
}
