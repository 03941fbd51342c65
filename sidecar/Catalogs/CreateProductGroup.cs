using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Groups;
using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Catalogs;

/// <summary>A group of products to make: of a feed, or of a whole catalog.</summary>
public sealed record CreateProductGroupRequest : IValidatableObject
{
    [Required, Text(255, MinimumLength = 1)]
    public string Name { get; init; } = "";

    [Text(2000)]
    public string? Description { get; init; }

    /// <summary>The feed whose products it is of.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a feed's id: digits.")]
    public string? FeedId { get; init; }

    /// <summary>The catalog, for products of all feeds and those that were sent; Pinterest lets selected shops do that.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a catalog's id: digits.")]
    public string? CatalogId { get; init; }

    /// <summary>With catalog_id, such as US.</summary>
    [Text(2, MinimumLength = 2)]
    public string? Country { get; init; }

    /// <summary>With catalog_id, such as en-US.</summary>
    [Text(20, MinimumLength = 2)]
    public string? Locale { get; init; }

    /// <summary>Which products are in it, as Pinterest takes it: {"any_of": [{"BRAND": {"values": ["Acme"]}}]}.</summary>
    [Required]
    public IReadOnlyDictionary<string, JsonElement> Filters { get; init; } = new Dictionary<string, JsonElement>();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FeedId is null == CatalogId is null)
            yield return new ValidationResult("must name one of feed_id and catalog_id.", ["feed_id"]);
        if (CatalogId is null && (Country ?? Locale) is not null)
            yield return new ValidationResult("is for groups with catalog_id only.", [Country is null ? "locale" : "country"]);
        if (Filters.Count == 0) yield return new ValidationResult("must say which products.", ["filters"]);
    }

    internal Dictionary<string, object?> Fields() => GroupFields.Of(
        ("catalog_type", CatalogId is null ? null : "RETAIL"), ("catalog_id", CatalogId), ("feed_id", FeedId), ("name", Name),
        ("description", Description), ("country", Country?.ToUpperInvariant()), ("locale", Locale), ("filters", Filters));
}

/// <summary>The group to make, and in whose name.</summary>
public sealed record CreateProductGroupCall : CatalogCall
{
    [FromBody, RequiredBody]
    public CreateProductGroupRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/catalogs/groups</summary>
internal sealed class CreateProductGroup(GroupCalls groups) : Operation<CreateProductGroupCall, Created<ProductGroup>>
{
    public override void Configure()
    {
        Post("/groups");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Make a group of products. The account needs the scopes catalogs:read and catalogs:write.", 404, 409, 422);
    }

    public override async Task<Created<ProductGroup>> ExecuteAsync(CreateProductGroupCall call, CancellationToken ct)
    {
        var fields = call.Body.Fields();
        var group = GroupRows.Of(await groups.ChangeAsync(
            Caller, call, (pinterest, session, token) => pinterest.CreateGroupAsync(session, fields, token), ct));
        return TypedResults.Created($"/v1/catalogs/groups/{group.Id}", group);
    }
}
