using System.Text.RegularExpressions;

namespace Connector.Tests.Connecting;

/// <summary>Every way in which connecting fails that a browser can bring about; a wrong clock and a full disk are none.</summary>
internal static class Failures
{
    private static readonly Failure Denied = new(403, "consent_denied", "You did not allow it", "try again and choose Allow");

    private static readonly Failure Scope = new(
        403, "scope_missing", "Something that is needed was not allowed", "leave everything ticked that Pinterest asks for");

    private static readonly Failure Code = new(
        400, "code_invalid", "Pinterest's code was used already, or is too old", "Try again; it takes a few seconds.");

    private static readonly Failure App = new(
        403, "app_not_approved", "Pinterest has not approved your app yet", "shows Trial access for the app, then try again");

    private static readonly Failure Unavailable = new(
        503, "pinterest_unavailable", "Pinterest could not be reached", "Try again in a minute.");

    private static readonly Failure Redirect = new(
        400, "redirect_uri_mismatch", "The redirect URI is not the same everywhere",
        "Copy the first address into the field Redirect URIs of your app");

    public static IReadOnlyDictionary<string, Failure> All { get; } = new Dictionary<string, Failure>
    {
        ["the person presses Deny"] = Denied with { Reach = Failure.DenyAsync },
        ["Pinterest says that the person denied"] = Denied.After("consent_denied", "give_consent"),
        ["Pinterest sends an error back"] = new(
            400, "consent_failed", "Pinterest did not ask for your consent", "check the app at Pinterest: its redirect URI and its status")
        {
            Fact = "Oops",
            Reach = async world =>
            {
                await world.Reader.GoAsync(await world.LinkAsync());
                await world.ComeBackAsync("error=server_error&error_description=Oops");
            },
        },
        ["a scope is unticked"] = Scope with
        {
            Fact = "tells whose account it is",
            Reach = world => Failure.AllowAllButAsync(world, "user_accounts:read"),
        },
        ["Pinterest leaves a scope out"] = Scope.After("consent_scope_missing", "give_consent") with { Fact = "pins:write" },
        ["Pinterest says that a scope is missing"] = Scope.After("scope_missing", "get_user_account"),
        ["the code is too old"] = Code.After("code_expired", "exchange_code"),
        ["the app is not approved when the code comes"] = App.After("app_not_approved", "exchange_code"),
        ["the app is not approved when the user is asked for"] = App.After("app_not_approved", "get_user_account"),
        ["the app has Trial access"] = new Failure(
            403, "trial_access", "The app has Trial access", "Use Pinterest's sandbox for now")
            .After("trial_access", "exchange_code") with
        {
            LeadsOn = "Connect in the sandbox",
            LeadsTo = "Pinterest's own consent page",
        },
        ["the account is personal"] = new Failure(
            403, "personal_account", "Pinterest keeps this account's data from the app", "Switch the account to a business account")
            .After("data_access_denied", "get_user_account"),
        ["Pinterest is away"] = Unavailable.After("refresh_unavailable", "exchange_code"),
        ["Pinterest hangs up"] = Unavailable.After("drop_before_read", "exchange_code"),
        ["Pinterest answers with a web page"] = Unavailable.After("html", "exchange_code"),
        ["Pinterest answers what nobody knows"] = new Failure(502, "pinterest_refused", "Pinterest refused", "See what Pinterest says")
            .After("undocumented", "exchange_code"),
        ["another Pinterest user is signed in"] = new(
            409, "other_pinterest_user", "That is another Pinterest account", "Sign in at Pinterest with the first one and try again")
        {
            Fact = "someone_else",
            Reach = world => Failure.AllowAsAsync(world, "someone_else", world.AccountId),
            LeadsOn = "Connect someone_else as well",
        },
        ["the app does not name the redirect URI"] = new(
            400, "redirect_uri_mismatch", "The redirect URI does not match", "add the address in the link to the app's Redirect URIs")
        {
            Fact = "http://elsewhere.test/oauth/callback",
            LeadsOn = null,
            Reach = async world =>
            {
                await world.Reader.GoAsync(await world.LinkAsync());
                await world.Reader.GoAsync(Regex.Replace(
                    world.Page.Url, "redirect_uri=[^&]*", "redirect_uri=http%3A%2F%2Felsewhere.test%2Foauth%2Fcallback"));
            },
        },
        ["the connector's address has changed"] = Redirect with
        {
            Fact = "http://before.test/oauth/callback",
            Reach = async world =>
            {
                await world.Reader.GoAsync(await world.LinkAsync());
                await world.ChangeLinksAsync("redirect_uri = 'http://before.test/oauth/callback'");
                await world.ComeBackAsync("code=the-code");
            },
        },
        ["Pinterest refuses the redirect URI"] = Redirect
            .Answered(400, new { code = 1, message = "redirect_uri is not http://other/" }) with
        {
            Fact = "redirect_uri is not http://other/",
        },
        ["the secret is not the app's"] = new Failure(
            403, "app_refused", "Pinterest does not know this app id and secret", "Copy both again from")
            .Answered(401, new { code = 2, message = "Authentication failed." }),
        ["the app is not here any more"] = new(
            409, "app_not_configured", "The app of this link is not configured any more", "the new link is for the app that is used now")
        {
            Reach = async world =>
            {
                await world.Reader.GoAsync(await world.LinkAsync());
                await world.ChangeLinksAsync("app_id = 'gone'");
                await world.ComeBackAsync("code=the-code");
            },
        },
        ["the account is disconnected meanwhile"] = new(
            404, "account_not_found", "There is no such account.", "GET /v1/accounts")
        {
            LeadsOn = "Go to the accounts",
            LeadsTo = "With tokens in hand",
            Reach = async world =>
            {
                var made = await world.SendAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Gone" });
                await world.Reader.GoAsync(await world.LinkAsync(new { account_id = (string)made["id"]! }));
                await world.SendAsync(HttpMethod.Delete, $"/v1/accounts/{made["id"]}");
                await world.PressAsync("Allow");
            },
        },
        ["nobody made the link"] = Failure.OfLink(
            404, "link_unknown", "This link is not known", world => world.Reader.GoAsync("/oauth/begin/made-up")),
        ["Pinterest mixes the state up"] = Failure.OfLink(404, "link_unknown", "This link is not known", Failure.AllowAsync)
            .After("consent_wrong_state", "give_consent"),
        ["ten minutes are over"] = Failure.OfLink(
            410, "link_expired", "This link is too old", async world =>
            {
                var link = await world.LinkAsync();
                await world.ChangeLinksAsync("expires_at = created_at");
                await world.Reader.GoAsync(link);
            }),
        ["the last page is loaded again"] = Failure.OfLink(
            410, "link_used", "This link was used already", async world =>
            {
                await Failure.AllowAsync(world);
                await world.Page.GetByText("Connected:").First.WaitForAsync();
                await world.Page.ReloadAsync();
            }),
        ["another browser opened the link"] = Failure.OfLink(
            403, "other_browser", "This belongs to another browser", async world =>
            {
                var link = await world.LinkAsync();
                await using (var first = await world.SecondAsync()) await first.GoAsync(link);
                await world.Reader.GoAsync(link);
            }),
        ["the key is revoked"] = Failure.OfLink(
            403, "key_revoked", "The API key of this link was revoked", async world =>
                await world.Reader.GoAsync(await world.OrphanedLinkAsync())),
    };
}
