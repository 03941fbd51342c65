using Connector.Accounts;
using FastEndpoints;

namespace Connector.Boards.Requests;

/// <summary>A request about one board, in the name of an account.</summary>
public record BoardIdCall
{
    [RouteParam]
    public string BoardId { get; init; } = "";

    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }
}
