using FastEndpoints;

namespace Connector.Boards;

/// <summary>Where the operations on boards and their sections are.</summary>
internal sealed class BoardRoutes : Group
{
    public BoardRoutes() => Configure("/v1/boards", boards => boards.Description(route => route.WithTags("Boards")));
}
