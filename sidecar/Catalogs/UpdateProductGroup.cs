using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Catalogs.Groups;
using Connector.Http;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Catalogs;

/// <summary>What changes about a group of products; what is left out stays.</summary>
public sealed record UpdateProductGroupRequest : IValidatableObject
{
    [Text(255, MinimumLength = 1)]
    public string? Name { get; init; }

    [Text(2000)]
    public string? Description { get; init; }

    /// <summary>Which products are in it, as Pinterest takes it.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Filters { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fields().Count == 0) yield return new ValidationResult("must name something that changes.", ["body"]);
    }

    internal Dictionary<string, object?> Fields() =>
        GroupFields.Of(("name", Name), ("description", Description), ("filters", Filters));
}

/// <summary>Which group changes, and how.</summary>
public sealed record UpdateProductGroupCall : GroupCall
{
    [FromBody, RequiredBody]
    public UpdateProductGroupRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/catalogs/groups/{group_id}</summary>
internal sealed class UpdateProductGroup(GroupCalls groups) : Operation<UpdateProductGroupCall, ProductGroup>
{
    public override void Configure()
    {
        Patch("/groups/{group_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Change a group of products.", 404, 409, 422);
    }

    public override async Task<ProductGroup> ExecuteAsync(UpdateProductGroupCall call, CancellationToken ct)
    {
        var (id, fields) = (GroupRows.IdOf(call.GroupId), call.Body.Fields());
        return GroupRows.Of(await groups.ChangeAsync(
            Caller, call, (pinterest, session, token) => pinterest.UpdateGroupAsync(session, id, fields, token), ct));
    }
}
