using System.Text.Json.Nodes;
using System.Web;

namespace Connector.Tests.Support;

/// <summary>Connecting accounts in a browser, rehearsed in the simulator.</summary>
public static class Rehearsal
{
    public const string PublicUrl = "http://connector.test", Setting = "Connector:PublicUrl=" + PublicUrl;

    private static readonly string[] Scopes = ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"];

    /// <summary>A link to connect an account with.</summary>
    public static async Task<string> LinkAsync(this SidecarApp app, object? asked = null) =>
        (string)(await app.PostAsync("/v1/oauth/start", asked ?? new { environment = "simulator" }))["authorize_url"]!;

    /// <summary>Opens a link, allows everything at the consent page, and comes back.</summary>
    public static async Task<BrowserPage> ConnectAsync(
        this Browser browser, string link, string user = "Simulator", string answer = "allow", string kind = "business",
        string[]? scopes = null, string? until = null)
    {
        var consent = await browser.OpenAsync(link);
        return consent.Address.AbsolutePath == "/oauth/simulator"
            ? await browser.DecideAsync(consent, user, answer, kind, scopes, until)
            : consent;
    }

    /// <summary>Presses a button on the consent page.</summary>
    public static Task<BrowserPage> DecideAsync(
        this Browser browser, BrowserPage consent, string user = "Simulator", string answer = "allow", string kind = "business",
        string[]? scopes = null, string? until = null) => browser.SubmitAsync(
            consent.Address.GetLeftPart(UriPartial.Path),
            [
                new("state", consent.State()), new("user", user), new("kind", kind), new("answer", answer),
                .. (scopes ?? Scopes).Select(scope => KeyValuePair.Create("scope", scope)),
            ],
            until);

    /// <summary>The state in the address of a page.</summary>
    public static string State(this BrowserPage page) => HttpUtility.ParseQueryString(page.Address.Query)["state"]!;

    public static async Task<JsonNode> AccountAsync(this SidecarApp app, string id) => await app.GetAsync($"/v1/accounts/{id}");
}
