using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Accounts;
using Connector.Catalogs.Items;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Catalogs;

/// <summary>Items of a shop's catalog, and what Pinterest is to do with them.</summary>
public sealed record SendItemsRequest
{
    /// <summary>The account; may be left out when the workspace has exactly one.</summary>
    [Text(64)]
    public string? AccountId { get; init; }

    /// <summary>An ad account in whose owner's name it is.</summary>
    [AdAccountId]
    public string? AdAccountId { get; init; }

    /// <summary>The account's oldest retail catalog if left out.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be Pinterest's numeric id of a catalog.")]
    public string? CatalogId { get; init; }

    /// <summary>upsert creates or replaces; update changes attributes of what is there; create and delete.</summary>
    [Required, OneOf(typeof(ItemOperation))]
    public string Operation { get; init; } = "";

    /// <summary>The country of the items, such as US.</summary>
    [Required]
    public string Country { get; init; } = "";

    /// <summary>The language of the items, such as en-US or EN.</summary>
    [Required]
    public string Language { get; init; } = "";

    /// <summary>Each with an id of its own; the whole request has at most 1,000,000 bytes.</summary>
    [Required, Items(1, 20_000)]
    public IReadOnlyList<CatalogItem> Items { get; init; } = [];

    /// <summary>The same key with the same request gives the same job of the account; also as header Idempotency-Key.</summary>
    [Text(255, MinimumLength = 1)]
    public string? IdempotencyKey { get; init; }
}

/// <summary>An item of a catalog.</summary>
public sealed record CatalogItem
{
    /// <summary>The shop's own id of it.</summary>
    [Required, Text(127, MinimumLength = 1)]
    public string ItemId { get; init; } = "";

    /// <summary>By Pinterest's names, such as title, link, image_link, price, availability; not for delete.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>For update: the names of attributes to change; one that has no value is deleted.</summary>
    [Items(1, 100)]
    public IReadOnlyList<string>? UpdateMask { get; init; }
}

/// <summary>POST /v1/catalogs/items</summary>
internal sealed class SendItems(ItemIntake intake) : Operation<SendItemsRequest, Results<Accepted<ItemJob>, Ok<ItemJob>>>
{
    private const int MostBytes = 1_000_000;

    public override void Configure()
    {
        Post("/items");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        MaxRequestBodySize(MostBytes);
        Describe(
            "Create, change or delete items of a shop's catalog. Answers as soon as they are stored (202), or with the earlier job of the "
                + "same idempotency key (200); the event catalog.items_completed or catalog.items_failed tells the end. The account needs "
                + "the scopes catalogs:read and catalogs:write.",
            404, 409, 413, 422, 503);
    }

    public override async Task<Results<Accepted<ItemJob>, Ok<ItemJob>>> ExecuteAsync(SendItemsRequest request, CancellationToken ct)
    {
        var (row, isNew) = await intake.AcceptAsync(
            Caller, request, IdempotencyHeader.Read(HttpContext.Request, request.IdempotencyKey));
        if (isNew) return TypedResults.Accepted($"/v1/catalogs/items/{row.Id}", ItemJob.From(row));

        HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Ok(ItemJob.From(row));
    }
}
