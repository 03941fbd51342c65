using Connector.Accounts;
using Connector.Pinterest;

namespace Connector.Policy.Access;

/// <summary>Where an app stands on its way to Standard access: pure, of what the report knows.</summary>
internal static class AccessSteps
{
    public static bool IsReal(PolicyAccount account) => account.Environment != PinterestEnvironment.Simulator;

    /// <param name="said">What the settings say.</param>
    /// <param name="app">The app.</param>
    /// <param name="accounts">The connected accounts.</param>
    /// <param name="consented">Whether somebody has consented in a browser at Pinterest.</param>
    public static IReadOnlyList<AccessStep> Of(
        PolicyOptions said, PinterestApp app, IReadOnlyList<PolicyAccount> accounts, bool consented)
    {
        var real = accounts.Where(IsReal).ToList();
        return
        [
            Business(real),
            Step("purpose", said.Purpose is { Length: > 0 }, "Say what the app is for", "It is set: copy it into Pinterest's form.",
                "Set Connector:Policy:Purpose: who publishes what, from where, and who chooses each pin."),
            Step("contact", said.Contact is { Length: > 0 }, "Say who answers questions", "It is set.", "Set Connector:Policy:Contact."),
            Step("privacy_url", said.PrivacyUrl is { Length: > 0 }, "Publish a privacy policy", $"It is at {said.PrivacyUrl}.",
                "Take the text of GET /v1/policy/privacy, publish it on your website, and set Connector:Policy:PrivacyUrl."),
            Step("app", app.AppId is not null, "Make an app at Pinterest", $"App {app.AppId} is entered.",
                "Make it at https://developers.pinterest.com/apps/ and enter its id and secret on the page Accounts, Your Pinterest app."),
            Step("redirect_uri", consented, "Enter the redirect URI", "An account was connected in a browser, so Pinterest knows it.",
                $"Enter {app.RedirectUri} at Pinterest, letter by letter, then connect an account in the browser."),
            Scopes(real),
            Step("simulated_pin", Published(PinterestEnvironment.Simulator), "Rehearse with the simulator",
                "A pin was published to the simulator.", "Connect a simulated account in the browser and publish a pin to it."),
            Step("sandbox_pin", Published(PinterestEnvironment.Sandbox), "Publish a pin in Pinterest's sandbox",
                "A pin was published there.", "Connect an account with environment sandbox, make a board there, and publish a pin to it."),
            new AccessStep("video", AccessStates.ByHand, "Record the video", "Show the scenes below in one recording."),
            Step("standard", app.AppId is not null && app.AccessTier == "standard", "Receive Standard access",
                "The app is set to Standard. Where Pinterest still answers that it is Trial, the app's page at Pinterest decides.",
                "Ask for it on the app's page at Pinterest. Once it is given, set the access tier here to standard."),
        ];

        bool Published(PinterestEnvironment environment) =>
            accounts.Any(account => account.Environment == environment && account.Published > 0);
    }

    private static AccessStep Business(List<PolicyAccount> real)
    {
        var isDone = real.Exists(account => string.Equals(account.AccountType, "BUSINESS", StringComparison.OrdinalIgnoreCase));
        const string title = "Have a business account";
        return isDone ? new AccessStep("business_account", AccessStates.Done, title, "A connected account is one.")
            : real.Exists(account => account.AccountType is not null)
                ? new AccessStep("business_account", AccessStates.Missing, title,
                    "No connected account is one: change it in Pinterest's settings, then connect it again.")
                : new AccessStep("business_account", AccessStates.ByHand, title,
                    "No account of Pinterest's is connected that says what it is: look in Pinterest's settings.");
    }

    private static AccessStep Scopes(List<PolicyAccount> real)
    {
        var lacks = real.Select(account => PinterestScopes.Missing(string.Join(',', account.Scopes))).ToList();
        var isDone = lacks.Exists(lack => lack.Count == 0);
        var lacking = lacks.Count == 0 ? "" : $" Lacking: {string.Join(", ", lacks[0].Select(scope => scope.Name))}.";
        return Step("scopes", isDone, "Have all scopes granted", "A connected account has granted all that are needed.",
            $"Connect an account and grant all that Pinterest asks for.{lacking}");
    }

    private static AccessStep Step(string code, bool isDone, string title, string done, string missing) =>
        new(code, isDone ? AccessStates.Done : AccessStates.Missing, title, isDone ? done : missing);
}
