namespace Connector.Policy.Access;

/// <summary>The video that Pinterest asks for: the whole consent, and a pin that appears; first rehearsed, then in the sandbox.</summary>
internal static class AccessVideo
{
    public static IReadOnlyList<string> Scenes(string redirectUri) =>
    [
        "Rehearse first, without recording: in the console choose Accounts, Connect, Simulator. The pages come in the same order.",
        "Start to record. Show the console, Accounts: the account that you will connect is not there yet.",
        "Choose Connect and the environment sandbox, and follow the link: the address line shows www.pinterest.com/oauth/.",
        $"Show the consent page with the name of your app and its scopes, and consent. The browser comes back to {redirectUri}.",
        "Show that the account is connected, with its user name and its scopes.",
        "Write a pin in the console: board, picture, title, link. Say that a person chooses each pin; if approval is on, approve it.",
        "Show the pin published in the console, with its id, and then the pin itself on the account's profile at Pinterest.",
        "Show GET /v1/policy/report or the page Policy: what is stored, how long, and how an account is disconnected.",
        "Do it also when you are the only user. Keep secrets and tokens out of the picture.",
    ];
}
