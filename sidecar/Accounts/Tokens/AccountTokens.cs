using Connector.Pinterest;

namespace Connector.Accounts.Tokens;

/// <summary>A pair of tokens with the times that matter.</summary>
internal sealed record AccountTokens(
    string Access, string? Refresh, string Scopes, DateTimeOffset? AccessExpiresAt, DateTimeOffset? RefreshExpiresAt,
    DateTimeOffset? RefreshDueAt)
{
    /// <summary>The app that they are of; null when that is not known.</summary>
    public string? AppId { get; init; }

    /// <summary>How they came: see <see cref="AccountGrant"/>.</summary>
    public string GrantedBy { get; init; } = AccountGrant.Tokens;

    /// <summary>When a person must connect the account again, if nothing renews them before; null when that is not known.</summary>
    public DateTimeOffset? EndAt =>
        AccountGrant.EndOf(GrantedBy, Refresh is not null, AccessExpiresAt, RefreshExpiresAt);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7), UsualLifetime = TimeSpan.FromDays(30);

    /// <summary>Tokens from Pinterest's token endpoint. A token valid for less than two weeks is renewed at half that time.</summary>
    public static AccountTokens From(TokenGrant grant, string? previousRefresh, string previousScopes, DateTimeOffset now)
    {
        var life = grant.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return new AccountTokens(
            grant.AccessToken,
            grant.RefreshToken ?? previousRefresh,
            grant.Scope ?? previousScopes,
            now + life,
            RefreshExpiry(grant, now),
            now + life - (life / 2 < Ahead ? life / 2 : Ahead));
    }

    /// <summary>
    /// Tokens that a user gives. They are renewed a week before they expire; without expires_in, they are taken to be valid for 30 days.
    /// </summary>
    public static AccountTokens InHand(ConnectAccountRequest request, DateTimeOffset now) => new(
        request.AccessToken!,
        request.RefreshToken,
        request.Scope ?? "",
        After(request.ExpiresIn, now),
        After(request.RefreshTokenExpiresIn, now),
        now + (request.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLifetime) - Ahead);

    public override string ToString() => $"tokens for {Scopes}";

    private static DateTimeOffset? After(long? seconds, DateTimeOffset now) => seconds is { } s ? now.AddSeconds(s) : null;

    private static DateTimeOffset? RefreshExpiry(TokenGrant grant, DateTimeOffset now) =>
        After(grant.RefreshTokenExpiresIn, now)
        ?? (grant.RefreshTokenExpiresAt is { } unix ? DateTimeOffset.FromUnixTimeSeconds(unix) : null);
}
