using System.ComponentModel.DataAnnotations;
using Connector.Accounts.Changes;
using Connector.Http;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Accounts;

/// <summary>What changes about an account.</summary>
public sealed record UpdateAccountRequest : IValidatableObject
{
    /// <summary>For people.</summary>
    [Text(100, MinimumLength = 1, IsName = true)]
    public string? Name { get; init; }

    /// <summary>Settings to change; those left out stay.</summary>
    public AccountSettingsChange? Settings { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name is null && Settings is null) yield return new("names nothing to change.", ["request"]);
    }
}

/// <summary>Which account changes, and how.</summary>
public sealed record UpdateAccountCall : IdCall
{
    [FromBody, RequiredBody]
    public UpdateAccountRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/accounts/{id}</summary>
internal sealed class UpdateAccount(AccountActions actions) : Operation<UpdateAccountCall, Account>
{
    public override void Configure()
    {
        Patch("/{id}");
        Group<AccountRoutes>();
        Policies(Scope.Admin);
        Describe("Change an account's name or settings.");
    }

    public override async Task<Account> ExecuteAsync(UpdateAccountCall call, CancellationToken ct) =>
        Account.From(await actions.UpdateAsync(Caller, call.Id, call.Body));
}
