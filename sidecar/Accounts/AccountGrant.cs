namespace Connector.Accounts;

/// <summary>How an account's tokens came.</summary>
internal static class AccountGrant
{
    /// <summary>Somebody gave them.</summary>
    public const string Tokens = "tokens";

    /// <summary>A person consented in a browser.</summary>
    public const string AuthorizationCode = "authorization_code";

    /// <summary>The app asked for a token of its owner's account; there is no refresh token.</summary>
    public const string ClientCredentials = "client_credentials";

    /// <summary>A new access token can be had without a person.</summary>
    public static bool Renews(string grant, bool hasRefreshToken) => hasRefreshToken || grant == ClientCredentials;

    /// <summary>When a person must connect again, if nothing renews the tokens before; null when that is not known.</summary>
    public static DateTimeOffset? EndOf(string grant, bool hasRefreshToken, DateTimeOffset? accessEnd, DateTimeOffset? refreshEnd)
    {
        if (hasRefreshToken) return refreshEnd;
        return grant == ClientCredentials ? null : accessEnd;
    }
}
