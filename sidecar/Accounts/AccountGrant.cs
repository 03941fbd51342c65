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
}
