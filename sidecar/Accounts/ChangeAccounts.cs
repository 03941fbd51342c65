using System.ComponentModel.DataAnnotations;
using Connector.Accounts.Changes;
using Connector.Http;
using Connector.Pacing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Accounts;

/// <summary>What changes about an account.</summary>
public sealed record UpdateAccountRequest : IValidatableObject
{
    /// <summary>For people.</summary>
    [Text(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Settings to change; those left out stay.</summary>
    public AccountSettingsChange? Settings { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name is null && Settings is null) yield return new("names nothing to change.", ["request"]);
    }
}

/// <summary>PATCH /v1/accounts/{id}</summary>
public sealed class UpdateAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/{id}", Handle).WithName(nameof(UpdateAccount)).RequireScope(Scope.Admin);

    /// <summary>Change an account's name or settings.</summary>
    internal static async Task<Account> Handle(string id, UpdateAccountRequest request, Caller caller, AccountStore accounts, PaceLedger pace, ForecastCache outlooks, AccountChanges changes)
    {
        var updated = await accounts.UpdateAsync(accounts.Get(caller, id), request);
        pace.Invalidate(id);
        outlooks.Forget(id);
        changes.Raise(id);
        return Account.From(updated);
    }
}

/// <summary>DELETE /v1/accounts/{id}</summary>
public sealed class DeleteAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/{id}", Handle).WithName(nameof(DeleteAccount)).RequireScope(Scope.Admin);

    /// <summary>Disconnect an account: its tokens are wiped and what waits is canceled. Remove the app in Pinterest's settings as well.</summary>
    internal static async Task<NoContent> Handle(string id, Caller caller, AccountStore accounts)
    {
        await accounts.DeleteAsync(accounts.Get(caller, id));
        return TypedResults.NoContent();
    }
}
