using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FastEndpoints;

namespace Connector.Http;

/// <summary>A request for one page of a list: 1 to 250 items, from where the page before ended.</summary>
public record PageCall
{
    [QueryParam, Description("How many on a page."), Range(1, 250)]
    public int Limit { get; init; } = 50;

    [QueryParam, Description("next_cursor of the page before.")]
    public string? Cursor { get; init; }
}
