using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs.Calls;

/// <summary>A request for a page of something of an account's catalogs.</summary>
public record CatalogPageCall : CatalogCall
{
    [QueryParam, Range(1, 250), Description("How many on a page.")]
    public int Limit { get; init; } = 50;

    [QueryParam, Text(2000)]
    public string? Cursor { get; init; }
}
