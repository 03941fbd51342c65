using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;
using Connector.Simulator.Server;
using Microsoft.AspNetCore.Html;

namespace Connector.Simulator.OAuth;

/// <summary>
/// GET and POST /oauth/simulator: stands where Pinterest's consent page does when connecting is rehearsed. Only the browser that opened
/// the link sees it.
/// </summary>
internal sealed class ConsentPage(AccountConnections connections, IHttpClientFactory clients)
{
    // Longer than any link is good: a slow page can be rehearsed too.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(15);

    private const int LongestName = 60;

    private static readonly (string Name, string Purpose)[] Known = [.. PinterestScopes.Needed, .. PinterestScopes.More];

    public async Task ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (await connections.PendingAsync(http, query["state"]) is not { } pending) return;

        if (query["redirect_uri"] != pending.RedirectUri || query["client_id"] != pending.AppId)
        {
            await Mismatch(pending, $"{query["redirect_uri"]}").WriteAsync(http);
            return;
        }

        var asked = PinterestScopes.Split($"{query["scope"]}");
        await Form($"{query["state"]}", query["user"] is { Count: 1 } user ? $"{user}" : "Simulator", asked).WriteAsync(http);
    }

    public async Task DecideAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            await new PlainPage(415, "This page takes its own form only")
                .Say("Open the link again, and press a button there.")
                .WriteAsync(http);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await connections.PendingAsync(http, form["state"]) is not { } pending) return;

        var user = $"{form["user"]}".Trim();
        if (user.Length is 0 or > LongestName || user.Any(char.IsControl))
        {
            await new PlainPage(400, "Which user?").Say($"Go back, and write a name of 1 to {LongestName} letters.").WriteAsync(http);
            return;
        }

        var next = await AskAsync(new Dictionary<string, string>
        {
            ["client_id"] = pending.AppId,
            ["redirect_uri"] = pending.RedirectUri,
            ["state"] = $"{form["state"]}",
            ["user"] = user,
            ["scope"] = string.Join(',', Known.Select(scope => scope.Name).Intersect(form["scope"])),
            ["business"] = form["kind"] == "personal" ? "false" : "true",
            ["allow"] = form["answer"] == "allow" ? "true" : "false",
        });
        if (next is not null) PlainPage.SendOn(http, next);
        else await new PlainPage(503, "The simulator does not answer").Say("Go back and try again.").WriteAsync(http);
    }

    /// <summary>Over HTTP, like every other call: the simulator may run in another process.</summary>
    /// <returns>Where the browser goes next; null when there was no answer.</returns>
    private async Task<string?> AskAsync(Dictionary<string, string> consent)
    {
        using var http = clients.CreateClient(PinterestHttp.ClientName(PinterestEnvironment.Simulator));
        http.Timeout = LongestAnswer;
        using var body = new FormUrlEncodedContent(consent);
        try
        {
            using var answer = await http.PostAsync(new Uri("http://simulator.localhost/oauth/consent"), body);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<Next>(SimulatorJson.Options))!.Location;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private static PlainPage Mismatch(PendingConsent pending, string given) => new PlainPage(400, "The redirect URI does not match")
        .Say("This is what Pinterest shows when the address in the link is not one of the app's redirect URIs, letter by letter.")
        .Say("At Pinterest you would add the address in the link to the app's Redirect URIs, and open the link again.")
        .Facts([("In the link", given), ("Of the app", pending.RedirectUri)])
        .Code("redirect_uri_mismatch");

    private static PlainPage Form(string state, string user, string[] asked)
    {
        var page = new PlainPage(200, "Rehearsal: allow access?")
            .Note("This is the connector's simulator, not Pinterest. Nothing you do here reaches the internet.")
            .Say("At Pinterest you would be signed in as a user. Here you choose one; a name that is not there yet becomes a new user.");
        page.Body.AppendHtml("<form method=\"post\" autocomplete=\"off\">");
        page.Body.AppendFormat("<input type=\"hidden\" name=\"state\" value=\"{0}\">", state);
        page.Body.AppendFormat(
            "<p><label for=\"user\">Pinterest user</label>"
                + "<input type=\"text\" id=\"user\" name=\"user\" maxlength=\"{1}\" required value=\"{0}\"></p>",
            user, LongestName);
        page.Body.AppendHtml(
            "<fieldset><legend>Kind of account</legend>"
                + "<label><input type=\"radio\" name=\"kind\" value=\"business\" checked> Business</label>"
                + "<label><input type=\"radio\" name=\"kind\" value=\"personal\"> Personal</label></fieldset>"
                + "<fieldset><legend>The connector asks for</legend>");
        foreach (var (name, purpose) in Known.Where(scope => asked.Contains(scope.Name)))
            page.Body.AppendFormat(
                "<label><input type=\"checkbox\" name=\"scope\" value=\"{0}\" checked> <code>{0}</code> {1}</label>", name, purpose);
        page.Body.AppendHtml(
            "</fieldset><button class=\"main\" name=\"answer\" value=\"allow\">Allow</button>"
                + "<button name=\"answer\" value=\"deny\">Deny</button></form>");
        return page;
    }

    private sealed record Next(string Location);
}
