using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts.Apps;

/// <summary>Refusals about Pinterest apps.</summary>
internal static class AppProblems
{
    private const string HowTo =
        "Enter your app in the console or with PUT /v1/app, or set Connector__Pinterest__AppId and Connector__Pinterest__AppSecret and "
            + "restart the sidecar";

    /// <summary>No app is known at all.</summary>
    public static ProblemException NotConfigured(string needed) => new(new(
        409, "app_not_configured", "No Pinterest app is configured.",
        $"{needed}, which needs the id and the secret of your own Pinterest app.",
        $"{HowTo}; if an account is held for it, resume that account then (POST /v1/accounts/{{id}}/resume)."));

    /// <summary>The account's app is not known any more, and the tokens of one app cannot be renewed by another.</summary>
    public static ProblemException SecretGone(AccountRow account) => new(new(
        409, "app_not_configured", "The Pinterest app of this account is not configured.",
        $"The account was connected with the Pinterest app {account.AppId}, whose secret is not here any more; only that app can renew its "
            + "token.",
        $"{HowTo}, with the app {account.AppId}; or connect the Pinterest user {account.Username} again with the app that is used now.")
    { AccountToConnect = account.Id });

    public static ProblemException SetBySettings(string appId) => Problems.StateConflict(
        $"The Pinterest app is set by the settings Connector:Pinterest:AppId (it is {appId}) and AppSecret, which win over what is entered "
            + "here.",
        "Change it there and restart the sidecar; or remove both settings, restart, and enter the app again.");

    public static ProblemException Refused(string appId, PinterestFailure failure) => new(
        Problems.InvalidField("app_secret", $"does not belong to the app {Shown.Cut(appId)}: Pinterest answers \"{failure.Message}\"") with
        {
            Status = 422,
            Code = "app_refused",
            Title = "Pinterest does not know this app id and secret.",
            Remediation = "Copy both again from My apps > Manage at https://developers.pinterest.com/apps/; nothing was changed here.",
            Pinterest = PinterestProblems.RefusalOf(failure),
        });

    public static ProblemException NoOwnAccount(PinterestFailure failure) => new(new(
        403, "capability_unavailable", "Pinterest does not give this app the account of its owner.", failure.Message,
        "Connect the account in a browser: POST /v1/oauth/start makes the link.")
    { Pinterest = PinterestProblems.RefusalOf(failure) });

    public static ProblemException KeyIsLimited() => new(new(
        403, "key_limited", "The API key is limited to accounts.", "The Pinterest app is for every account of the workspace.",
        "Enter it with a key that has the scope admin and no account_ids."));

    public static ProblemException SecretNeeded() =>
        Problems.Invalid("app_secret", "is needed: this app was not entered here before.");
}
