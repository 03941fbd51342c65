using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Keys;

/// <summary>What a new key is for.</summary>
public sealed record CreateKeyRequest : IValidatableObject
{
    /// <summary>For people: which workflow or person uses it.</summary>
    [Required, Text(100, IsName = true)]
    public string Name { get; init; } = "";

    /// <summary>
    /// Any of read, publish (includes read), approve (approves and rejects pins; does not include read), admin (includes all).
    /// </summary>
    [Required, Items(1, 20)]
    [OneOf(typeof(Scope))]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Limits the key to these accounts; if left out, it sees what the key that makes it sees.</summary>
    [Items(1, 100), KeepsEmpty]
    public IReadOnlyList<string>? AccountIds { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var unknown in Scopes.Except(Scope.All))
            yield return new ValidationResult($"\"{unknown}\" is not a scope; use {string.Join(", ", Scope.All)}.", [nameof(Scopes)]);
    }
}

/// <summary>A new key with its text, shown this once; callback_secret signs the callbacks of its pins.</summary>
public sealed record CreatedKey(ApiKey Key, string Secret, string CallbackSecret);

/// <summary>POST /v1/keys</summary>
internal sealed class CreateKey(KeyActions actions) : Operation<CreateKeyRequest, Created<CreatedKey>>
{
    public override void Configure()
    {
        Post("/");
        Group<KeyRoutes>();
        Policies(Scope.Admin);
        Describe("Create an API key; its text (secret) is shown only in this answer.");
    }

    public override async Task<Created<CreatedKey>> ExecuteAsync(CreateKeyRequest request, CancellationToken ct)
    {
        var made = await actions.CreateAsync(Caller, request);
        return TypedResults.Created($"/v1/keys/{made.Key.Id}", made);
    }
}
