using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Keys;

/// <summary>What a new key is for.</summary>
public sealed record CreateKeyRequest : IValidatableObject
{
    /// <summary>For people: which workflow or person uses it.</summary>
    [Required, Text(100)]
    public string Name { get; init; } = "";

    /// <summary>Any of read, publish (includes read), admin (includes both).</summary>
    [Required, Items(1, 20)]
    [OneOf(typeof(Scope))]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Limits the key to these accounts; leave it out for all of the workspace.</summary>
    [Items(1, 100)]
    public IReadOnlyList<string>? AccountIds { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var unknown in Scopes.Except(Scope.All))
            yield return new ValidationResult($"\"{unknown}\" is not a scope; use {string.Join(", ", Scope.All)}.", [nameof(Scopes)]);
        if (AccountIds?.Any(id => id?.StartsWith("acc_", StringComparison.Ordinal) != true || id.Contains(' ', StringComparison.Ordinal))
            == true)
            yield return new ValidationResult("names something that is no account id; they start with acc_.", [nameof(AccountIds)]);
    }
}

/// <summary>A new key with its text, shown this once; callback_secret signs the callbacks of its pins.</summary>
public sealed record CreatedKey(ApiKey Key, string Secret, string CallbackSecret);

/// <summary>POST /v1/keys</summary>
internal sealed class CreateKey(KeyStore keys) : Operation<CreateKeyRequest, Created<CreatedKey>>
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
        var text = KeyText.New();
        // A key limited to accounts cannot make one that sees more than itself.
        var accounts = Caller.AccountIds is null
            ? request.AccountIds
            : [.. (request.AccountIds ?? [.. Caller.AccountIds]).Where(Caller.MaySee)];
        var row = await keys.AddAsync(Caller.WorkspaceId, request.Name, request.Scopes.Distinct(), accounts, text);
        return TypedResults.Created($"/v1/keys/{row.Id}", new CreatedKey(ApiKey.From(row), text, CallbackSecrets.Of(text)));
    }
}
