using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Accounts;

/// <summary>An account to connect: with tokens in hand, as the app's owner, or in the simulator by name alone.</summary>
public sealed record ConnectAccountRequest : IValidatableObject
{
    /// <summary>For people; the Pinterest username if left out. Required for the simulator.</summary>
    [Text(100, MinimumLength = 1, IsName = true)]
    public string? Name { get; init; }

    /// <summary>production, sandbox or simulator.</summary>
    [Required]
    public PinterestEnvironment? Environment { get; init; }

    /// <summary>
    /// tokens, which it is if left out; or client_credentials: the account of your app's owner, without a browser. It cannot do
    /// everything: see capabilities in the answer.
    /// </summary>
    [OneOf("ConnectGrant", AccountGrant.Tokens, AccountGrant.ClientCredentials)]
    [AllowedValues(
        null, AccountGrant.Tokens, AccountGrant.ClientCredentials, ErrorMessage = "must be client_credentials or tokens; for a person's "
            + "consent in a browser see POST /v1/oauth/start.")]
    public string? Grant { get; init; }

    /// <summary>Pinterest's access token (pina_…); tried against Pinterest before it is stored.</summary>
    [Text(4096, MinimumLength = 1), HeaderText]
    public string? AccessToken { get; init; }

    /// <summary>Pinterest's refresh token (pinr_…); without it the account is connected again when the access token expires.</summary>
    [Text(4096, MinimumLength = 1), HeaderText]
    public string? RefreshToken { get; init; }

    /// <summary>Seconds until the access token expires.</summary>
    // Bounds of double: those of int would overflow on a number of 64 bits.
    [Range(1d, 315_360_000d)]
    public long? ExpiresIn { get; init; }

    /// <summary>Seconds until the refresh token expires.</summary>
    [Range(1d, 315_360_000d)]
    public long? RefreshTokenExpiresIn { get; init; }

    /// <summary>The scopes granted, separated by commas or spaces.</summary>
    [Text(2000)]
    public string? Scope { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AsksForOwn)
        {
            if (AccessToken is not null)
                yield return new ValidationResult("must be left out: the app asks for its own.", [nameof(AccessToken)]);
        }
        else if (Environment == PinterestEnvironment.Simulator)
        {
            if (string.IsNullOrWhiteSpace(Name)) yield return new ValidationResult("is needed for a simulator account.", [nameof(Name)]);
            if (AccessToken is not null)
                yield return new ValidationResult("must be left out: the simulator makes its own.", [nameof(AccessToken)]);
        }
        else if (AccessToken is null)
        {
            yield return new ValidationResult("is needed: the token Pinterest gave for this account.", [nameof(AccessToken)]);
        }
    }

    internal bool AsksForOwn => Grant == AccountGrant.ClientCredentials;

    public override string ToString() => $"connect {Environment} account {Name}";
}

/// <summary>POST /v1/accounts</summary>
internal sealed class ConnectAccount(AccountActions actions)
    : Operation<ConnectAccountRequest, Results<Ok<Account>, Created<Account>>>
{
    public override void Configure()
    {
        Post("/");
        Group<AccountRoutes>();
        Policies(Scope.Admin);
        Describe("Connect a Pinterest account, or renew the tokens of a connected one; a key limited to accounts can only renew those.");
    }

    public override async Task<Results<Ok<Account>, Created<Account>>> ExecuteAsync(ConnectAccountRequest request, CancellationToken ct)
    {
        var (row, isNew) = await actions.ConnectAsync(Caller, request, ct);
        var account = Account.From(row);
        return isNew ? TypedResults.Created($"/v1/accounts/{row.Id}", account) : TypedResults.Ok(account);
    }
}
