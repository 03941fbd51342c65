using System.ComponentModel;
using Connector.Catalogs.Calls;
using FastEndpoints;

namespace Connector.Catalogs.Groups;

/// <summary>A request about one group of products.</summary>
public record GroupCall : CatalogCall
{
    [RouteParam, Description("Pinterest's id of the group.")]
    public string GroupId { get; init; } = "";
}
