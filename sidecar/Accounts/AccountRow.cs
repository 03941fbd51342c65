using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>A row of <c>accounts</c>; its tokens are sealed and only <see cref="TokenVault"/> opens them.</summary>
internal sealed record AccountRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string Name { get; init; } = "";
    public PinterestEnvironment Environment { get; init; }
    public string PinterestUserId { get; init; } = "";
    public string Username { get; init; } = "";
    public string? AccountType { get; init; }
    public string Status { get; init; } = AccountStatus.Active;
    public string? HeldCode { get; init; }
    public string? HeldReason { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public string Settings { get; init; } = "{}";
    public string Scopes { get; init; } = "";
    public string? AccessToken { get; init; }
    public string? RefreshToken { get; init; }
    public long TokenVersion { get; init; }
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }
    public DateTimeOffset? RefreshDueAt { get; init; }
    /// <summary>The Pinterest app that its tokens are of; null for the one of the settings, or else the current one.</summary>
    public string? AppId { get; init; }

    /// <summary>How its tokens came: see <see cref="AccountGrant"/>.</summary>
    public string GrantedBy { get; init; } = AccountGrant.Tokens;

    /// <summary>The last warning that its tokens end: so many days before.</summary>
    public long? WarnedDays { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>A new access token can be had without a person.</summary>
    public bool RenewsItself => AccountGrant.Renews(GrantedBy, RefreshToken is not null);

    /// <summary>When a person must connect it again, if nothing renews its tokens before; null when that is not known.</summary>
    public DateTimeOffset? TokensEndAt =>
        AccountGrant.EndOf(GrantedBy, RefreshToken is not null, AccessTokenExpiresAt, RefreshTokenExpiresAt);

    /// <summary>How people recognise it, in the log.</summary>
    public string Label => $"\"{Name}\" ({Id})";

    public override string ToString() => Id;
}

/// <summary>Whether an account publishes.</summary>
internal static class AccountStatus
{
    /// <summary>It publishes as fast as its pace allows.</summary>
    public const string Active = "active";

    /// <summary>Somebody stopped it; it goes on with POST …/resume.</summary>
    public const string Held = "held";

    /// <summary>Pinterest no longer accepts its token; it goes on by itself when it is connected again.</summary>
    public const string ReconnectRequired = "reconnect_required";
}
