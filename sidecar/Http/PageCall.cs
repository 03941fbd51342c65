using System.ComponentModel.DataAnnotations;
using FastEndpoints;

namespace Connector.Http;

/// <summary>A request for one page of a list: 1 to 250 items, from where the page before ended.</summary>
public record PageCall
{
    [QueryParam, Range(1, 250)]
    public int Limit { get; init; } = 50;

    [QueryParam]
    public string? Cursor { get; init; }
}
