using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Items;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which items to find.</summary>
public sealed record FindItemsRequest
{
    /// <summary>The account's oldest retail catalog if left out.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be Pinterest's numeric id of a catalog.")]
    public string? CatalogId { get; init; }

    /// <summary>The country of the items, such as US.</summary>
    [Required]
    public string Country { get; init; } = "";

    /// <summary>The language of the items, such as en-US or EN.</summary>
    [Required]
    public string Language { get; init; } = "";

    /// <summary>The shop's own ids of 1 to 1000 items.</summary>
    [Required, Items(1, 1000, LongestText = 127)]
    public IReadOnlyList<string> ItemIds { get; init; } = [];
}

/// <summary>Which items, and in whose name.</summary>
public sealed record FindItemsCall : CatalogCall
{
    [FromBody, RequiredBody]
    public FindItemsRequest Body { get; init; } = null!;
}

/// <summary>Items as Pinterest has them.</summary>
public sealed record FoundItemTable(IReadOnlyList<FoundItem> Items);

/// <summary>An item as Pinterest has it, or why there is none.</summary>
public sealed record FoundItem
{
    public required string ItemId { get; init; }
    /// <summary>Whether Pinterest has it.</summary>
    public required bool Found { get; init; }
    public string? Title { get; init; }
    public string? Price { get; init; }
    public string? Availability { get; init; }
    public string? Link { get; init; }
    /// <summary>Pinterest's ids of the pins of the item.</summary>
    public required IReadOnlyList<string> PinIds { get; init; }
    /// <summary>All of its attributes, by Pinterest's names.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
    public required IReadOnlyList<ItemMessage> Errors { get; init; }
}

/// <summary>POST /v1/catalogs/items/find</summary>
internal sealed class FindItems(CatalogCalls calls) : Operation<FindItemsCall, FoundItemTable>
{
    public override void Configure()
    {
        Post("/items/find");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe(
            "Find items of a catalog by the shop's own ids, as Pinterest has them. The account needs the scope catalogs:read.", 404, 409);
    }

    public override async Task<FoundItemTable> ExecuteAsync(FindItemsCall call, CancellationToken ct)
    {
        var query = new ItemsQuery(
            CatalogWords.One("country", call.Body.Country, CatalogValues.Countries),
            CatalogWords.One("language", call.Body.Language, CatalogValues.Languages),
            new ItemsFilter(call.Body.CatalogId, [.. call.Body.ItemIds.Distinct()]));
        var found = await calls.CallAsync(
            Caller, call, AccountCapabilities.FindItems,
            (pinterest, session, token) => pinterest.FindItemsAsync(session, query, token), ct);
        return new FoundItemTable(FoundRows.Of(query.Filters.ItemIds, found));
    }
}
