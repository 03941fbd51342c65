using System.ComponentModel;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Groups;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which group's products, and which page of them.</summary>
public sealed record ListProductGroupPinsCall : CatalogPageCall
{
    [RouteParam, Description("Pinterest's id of the group.")]
    public string GroupId { get; init; } = "";

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too."), OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}

/// <summary>A product of a group, with its pin.</summary>
public sealed record ProductPin
{
    public string? ItemId { get; init; }
    public string? ItemGroupId { get; init; }
    public string? PinterestPinId { get; init; }
    public string? Title { get; init; }
    public string? Link { get; init; }
    /// <summary>Pinterest's word, such as IN_STOCK.</summary>
    public string? Availability { get; init; }
    public decimal? Price { get; init; }
    public decimal? SalePrice { get; init; }
    public string? Currency { get; init; }

    internal static ProductPin From(PinterestProduct product) => new()
    {
        ItemId = product.Metadata?.ItemId,
        ItemGroupId = product.Metadata?.ItemGroupId,
        PinterestPinId = product.Pin?.Id,
        Title = product.Pin?.Title,
        Link = product.Pin?.Link,
        Availability = product.Metadata?.Availability,
        Price = product.Metadata?.Price,
        SalePrice = product.Metadata?.SalePrice,
        Currency = product.Metadata?.Currency,
    };
}

/// <summary>GET /v1/catalogs/groups/{group_id}/products</summary>
internal sealed class ListProductGroupPins(GroupCalls groups) : Operation<ListProductGroupPinsCall, IResult>
{
    public override void Configure()
    {
        Get("/groups/{group_id}/products");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List the products of a group, each with its pin.", 404, 409);
        Description(route => route.AnswersWith<Page<ProductPin>>());
    }

    public override async Task<IResult> ExecuteAsync(ListProductGroupPinsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var id = GroupRows.IdOf(call.GroupId);
        var page = CatalogCalls.Page(
            await groups.ReadAsync(
                Caller, call, (pinterest, session, token) =>
                    pinterest.ListGroupProductsAsync(session, id, call.Cursor, call.Limit, token), ct),
            ProductPin.From);
        return TableAnswer.Of(
            page, page.Items, asCsv, ("item_id", row => row.ItemId), ("item_group_id", row => row.ItemGroupId),
            ("pinterest_pin_id", row => row.PinterestPinId), ("title", row => row.Title), ("link", row => row.Link),
            ("availability", row => row.Availability), ("price", row => row.Price), ("sale_price", row => row.SalePrice),
            ("currency", row => row.Currency));
    }
}
