namespace Connector.Accounts.OAuth;

/// <summary>Where Pinterest sends the browser back to: the same for consent, for tokens, and in Pinterest's form.</summary>
internal static class CallbackPath
{
    public const string Value = "/oauth/callback";
}
