using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>A connected Pinterest account; never its tokens.</summary>
public sealed record Account
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>production, sandbox (Pinterest's own) or simulator (inside the connector, never on the internet).</summary>
    public required PinterestEnvironment Environment { get; init; }
    public required string PinterestUserId { get; init; }
    public required string Username { get; init; }
    /// <summary>BUSINESS or PINNER; analytics and reading boards may need BUSINESS.</summary>
    public string? AccountType { get; init; }
    /// <summary>active, held, or reconnect_required.</summary>
    [OneOf(typeof(AccountStatus))]
    public required string Status { get; init; }
    /// <summary>Why it does not publish, and what to do.</summary>
    public string? HeldReason { get; init; }
    /// <summary>When it tries again by itself; null when somebody must act.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
    public required AccountSettings Settings { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }
    /// <summary>The Pinterest app that it was connected with, which alone can renew its tokens; null when that is not known.</summary>
    public string? AppId { get; init; }
    /// <summary>
    /// How its tokens came: tokens (given), authorization_code (a person consented) or client_credentials (the app's own account).
    /// </summary>
    [OneOf(typeof(AccountGrant))]
    public required string Grant { get; init; }
    /// <summary>What can be done with the account, and why not.</summary>
    public required IReadOnlyList<AccountCapability> Capabilities { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    internal static Account From(AccountRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Environment = row.Environment,
        PinterestUserId = row.PinterestUserId,
        Username = row.Username,
        AccountType = row.AccountType,
        Status = row.Status,
        HeldReason = row.HeldReason,
        HeldUntil = row.HeldUntil,
        Settings = AccountSettings.From(row),
        Scopes = PinterestScopes.Split(row.Scopes),
        AccessTokenExpiresAt = row.AccessTokenExpiresAt,
        RefreshTokenExpiresAt = row.RefreshTokenExpiresAt,
        AppId = row.AppId,
        Grant = row.GrantedBy,
        Capabilities = AccountCapabilities.Of(row),
        CreatedAt = row.CreatedAt,
    };
}
