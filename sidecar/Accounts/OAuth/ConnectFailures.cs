using Connector.Pinterest;

namespace Connector.Accounts.OAuth;

/// <summary>Why Pinterest's answer did not connect an account.</summary>
internal static class ConnectFailures
{
    // Before what uses it: static members are set in the order in which they stand.
    public static ConnectChoice InSandbox { get; } =
        new("Connect in the sandbox", start => start with { Environment = PinterestEnvironment.Sandbox, AccountId = null });

    private const string Apps = "https://developers.pinterest.com/apps/";

    public static ConnectFailure Denied(PinterestEnvironment environment) => new(
        "consent_denied", 403, "You did not allow it",
        $"{(environment == PinterestEnvironment.Simulator ? "In the simulator" : "At Pinterest")} the answer was no, so nothing was "
            + "connected and nothing was changed.",
        // As the button of each consent page says it.
        $"If that was a mistake, try again and choose {(environment == PinterestEnvironment.Simulator ? "Allow" : "Give access")}.");

    public static ConnectFailure Strange(string error, string? description) => new(
        "consent_failed", 400, "Pinterest did not ask for your consent", "Pinterest sent the browser back with an error instead.",
        "Try again. If it stays, check the app at Pinterest: its redirect URI and its status.")
    { Facts = description is null ? [("Error", error)] : [("Error", error), ("Pinterest says", description)] };

    public static ConnectFailure ScopesMissing(IReadOnlyList<(string Name, string Purpose)> missing) => new(
        "scope_missing", 403, "Something that is needed was not allowed",
        "Without it the connector could not publish reliably, so nothing was connected and nothing was changed.",
        "Try again, and leave everything ticked that Pinterest asks for.")
    { Facts = [.. missing.Select(scope => (scope.Name, scope.Purpose))] };

    public static ConnectFailure RedirectMismatch(string asked, string other) => new(
        "redirect_uri_mismatch", 400, "The redirect URI is not the same everywhere",
        "Pinterest sends a browser back only to an address that the app names, letter by letter: http is not https, localhost is not "
            + "127.0.0.1, and a slash at the end counts.",
        "Copy the first address into the field Redirect URIs of your app at Pinterest, and let the setting Connector:PublicUrl be what "
            + "stands before /oauth/callback. Then try again.")
    { Facts = [("The connector asked with", asked), ("But it is", other)] };

    public static ConnectFailure CodeInvalid(string message) => new(
        "code_invalid", 400, "Pinterest's code was used already, or is too old",
        "The code that came with you from Pinterest is good once, and only for a short time. Perhaps the page was loaded twice, or the "
            + "consent page stood open for long.",
        "Try again; it takes a few seconds.")
    { Facts = [("Pinterest says", message)] };

    public static ConnectFailure AppRefused(string appId) => new(
        "app_refused", 403, "Pinterest does not know this app id and secret",
        "The secret that the connector has does not belong to the app.",
        $"Copy both again from {Apps}, enter them in the console, with PUT /v1/app or in the settings, then try again.")
    { Facts = [("App id", appId)] };

    public static ConnectFailure AppMissing(string appId) => new(
        "app_not_configured", 409, "The app of this link is not configured any more",
        "The link was made for a Pinterest app whose secret is not here now.", "Try again: the new link is for the app that is used now.")
    { Facts = [("App id", appId)] };

    public static ConnectFailure AppNotApproved { get; } = new(
        "app_not_approved", 403, "Pinterest has not approved your app yet",
        "Until then Pinterest refuses every call of the app. Pinterest looks at new apps each working day.",
        $"Wait until {Apps} shows Trial access for the app, then try again. Until then you can rehearse in the simulator.");

    public static ConnectFailure Trial { get; } = new(
        "trial_access", 403, "The app has Trial access",
        "Pinterest does not let an app with Trial access do this in production.",
        "Use Pinterest's sandbox for now, or ask Pinterest for Standard access.")
    { Choices = [InSandbox, new("Try again", start => start)] };

    public static ConnectFailure Personal { get; } = new(
        "personal_account", 403, "Pinterest keeps this account's data from the app",
        "It is a personal account, and Pinterest lets this app see business accounts only.",
        "Switch the account to a business account in Pinterest's settings, which is free, then try again.");

    public static ConnectFailure WrongClock(TimeSpan off) => new(
        "wrong_clock", 400, "The connector's clock is wrong",
        "Pinterest refused the code, and the clock of the machine on which the connector runs differs from Pinterest's.",
        "Set the clock of that machine, best by NTP, then try again.")
    { Facts = [("Differs by", Words(off))] };

    public static ConnectFailure Unavailable(string message) => new(
        "pinterest_unavailable", 503, "Pinterest could not be reached",
        "You gave your consent, but the connector could not fetch the tokens from Pinterest. Nothing was changed.",
        "Try again in a minute. If the message speaks of a certificate, check the clock of the machine on which the connector runs.")
    { Facts = [("What happened", message)] };

    public static ConnectFailure Refused(string message) => new(
        "pinterest_refused", 502, "Pinterest refused", "Pinterest did not give the connector what it needs. Nothing was changed.",
        "See what Pinterest says; then try again.")
    { Facts = [("Pinterest says", message)] };

    public static ConnectFailure OtherUser(AccountRow account, UserAccount signedIn) => new(
        "other_pinterest_user", 409, "That is another Pinterest account",
        "The link is for connecting one account again, and at Pinterest you are signed in with another. Nothing was changed.",
        "Sign in at Pinterest with the first one and try again; or connect the other one as an account of its own.")
    {
        Facts = [("To connect again", account.Username), ("Signed in at Pinterest", signedIn.Username)],
        Choices =
        [
            new($"Try again with {account.Username}", start => start),
            new($"Connect {signedIn.Username} as well", start => start with { AccountId = null }),
        ],
    };

    public static string Words(TimeSpan off) => off.Duration().TotalHours >= 2
        ? $"{off.Duration().TotalHours:0} hours"
        : $"{off.Duration().TotalMinutes:0} minutes";
}
