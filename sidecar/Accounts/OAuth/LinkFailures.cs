namespace Connector.Accounts.OAuth;

/// <summary>Why a link, or the way back from Pinterest, is not taken: nobody who shows it may begin again.</summary>
internal static class LinkFailures
{
    private const string Next = "Ask for a new link where you got this one: in the tool that gave it, or with POST /v1/oauth/start.";

    public static ConnectFailure Unknown { get; } = Refused(
        "link_unknown", 404, "This link is not known",
        "It was never made here, or it ended more than a day ago, or the connector's data was restored from a backup since.");

    public static ConnectFailure Expired { get; } = Refused(
        "link_expired", 410, "This link is too old", "A link for connecting an account is good for ten minutes, and these are over.");

    public static ConnectFailure Used { get; } = Refused(
        "link_used", 410, "This link was used already",
        "Each link connects an account once. If you have just connected one and loaded the page again, all is well.");

    public static ConnectFailure OtherBrowser { get; } = Refused(
        "other_browser", 403, "This belongs to another browser",
        "The link was opened in another browser first, and only that one may finish: so nobody can make you connect an account that is not "
            + "yours. A private window counts as another browser, and so does one that keeps no cookies.");

    public static ConnectFailure KeyRevoked { get; } = Refused(
        "key_revoked", 403, "The API key of this link was revoked", "Who made the link may no longer connect accounts.");

    private static ConnectFailure Refused(string code, int status, string title, string text) =>
        new(code, status, title, text, Next) { Choices = [], IsOfLink = true };
}
