using System.Text;
using Connector.Accounts;
using Connector.Pinterest;
using Connector.Simulator.OAuth;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>
/// The token endpoint: any code opens the account it names ("name" or "name@whose"), but for the app of the consent page only a code that
/// was given there; refresh tokens rotate.
/// </summary>
internal sealed class TokenHandlers(SimulatorState state, AccountOpener accounts, GivenCodes codes, TimeProvider clock)
{
    private const string ClientCredentials = "client_credentials";

    private const string Scopes =
        "boards:read,boards:read_secret,boards:write,boards:write_secret,"
        + "pins:read,pins:read_secret,pins:write,pins:write_secret,user_accounts:read,user_accounts:write,ads:read,catalogs:read,"
        + "catalogs:write";

    private static readonly TimeSpan AccessLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(60);

    public async Task<BegunCall> BeginAsync(HttpContext http)
    {
        var app = App(http.Request.Headers.Authorization.ToString());
        if (!http.Request.HasFormContentType) throw Refusal.Invalid("the body is not a form");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        lock (state.Gate)
        {
            return form["grant_type"].ToString() switch
            {
                "authorization_code" => Exchange(http, app, Field("code"), Field("redirect_uri")),
                ClientCredentials => OfOwner(http, app),
                "refresh_token" when Field("refresh_token") is var old => new(
                    new SimulatedCall(http, "refresh_token", state.FindAccount(Refreshable(old).Grant.AccountId)!),
                    call => Refreshable(old).Grant is var grant && grant.AppId == app.AppId
                        ? Grant(call, app.AppId, "refresh_token", old, grant.Scopes)
                        : throw Refusal.TokenExpired()),
                var other => throw Refusal.Invalid($"'{other}' is not a grant type known here"),
            };
        }

        string Field(string name) =>
            form[name].ToString() is { Length: > 0 } value ? value : throw Refusal.Invalid($"'{name}' is a required property");
    }

    private RefreshToken Refreshable(string text) => state.FindRefreshToken(text, clock.GetUtcNow()) ?? throw Refusal.TokenExpired();

    private BegunCall Exchange(HttpContext http, AppCredentials app, string code, string redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out _)) throw Refusal.Invalid("'redirect_uri' is not a URL");
        if (!RehearsalApp.Is(app.AppId))
            return new(
                new SimulatedCall(http, "exchange_code", accounts.OfSeed(code)),
                call => Grant(call, app.AppId, "authorization_code", replaces: null));

        var given = codes.Look(code) is { } known && known.AppId == app.AppId ? known : throw Refusal.CodeInvalid();
        if (given.RedirectUri != redirectUri) throw Refusal.RedirectUri();
        return new(
            new SimulatedCall(http, "exchange_code", state.FindAccount(given.AccountId)!),
            call => codes.Take(code) is null
                ? throw Refusal.CodeInvalid()
                : Grant(call, app.AppId, "authorization_code", replaces: null, given.Scopes));
    }

    /// <summary>The account of the app's owner, which each workspace has one of.</summary>
    private BegunCall OfOwner(HttpContext http, AppCredentials app)
    {
        var seed = RehearsalApp.Is(app.AppId) ? $"owner@{RehearsalApp.WorkspaceOf(app.AppId)}" : $"owner of {app.AppId}";
        return new(
            new SimulatedCall(http, "client_credentials", accounts.OfSeed(seed)),
            call => Grant(call, app.AppId, ClientCredentials, replaces: null));
    }

    private SimulatorResponse Grant(SimulatedCall call, string appId, string responseType, string? replaces, string? scopes = null)
    {
        var now = clock.GetUtcNow();
        if (replaces is not null && Refreshable(replaces).Successor is { } known) return Describe(known, responseType, now);

        var seed = $"{call.Account.Id}/{call.Account.Made}";
        var grant = new SimulatedGrant(
            call.Account.Id, appId,
            Seeded.Token("pina", $"{seed}/access"), now + AccessLife,
            Seeded.Token("pinr", $"{seed}/refresh"), now + RefreshLife)
        { Scopes = scopes, IsOfOwner = responseType == ClientCredentials };
        var isRepeated = call.RefreshRepeats > TimeSpan.Zero;
        var grace = isRepeated ? call.RefreshRepeats : call.RefreshGrace;
        state.Record(new TokensGranted(grant, replaces, grace > TimeSpan.Zero ? now + grace : null, isRepeated));
        return Describe(grant, responseType, now);
    }

    private static SimulatorResponse Describe(SimulatedGrant grant, string responseType, DateTimeOffset now)
    {
        var answer = new Dictionary<string, object>
        {
            ["response_type"] = responseType,
            ["access_token"] = grant.AccessToken,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)(grant.AccessExpiresAt - now).TotalSeconds,
            ["scope"] = grant.Scopes ?? Scopes,
        };
        if (grant.IsOfOwner) return new(200, answer);

        answer["refresh_token"] = grant.RefreshToken;
        answer["refresh_token_expires_in"] = (long)(grant.RefreshExpiresAt - now).TotalSeconds;
        answer["refresh_token_expires_at"] = grant.RefreshExpiresAt.ToUnixTimeSeconds();
        return new(200, answer);
    }

    private static AppCredentials App(string authorization)
    {
        const string scheme = "Basic ";
        Span<byte> bytes = stackalloc byte[1024];
        if (authorization.StartsWith(scheme, StringComparison.Ordinal)
            && Convert.TryFromBase64String(authorization[scheme.Length..], bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } secret]
            && (!RehearsalApp.Is(id) || RehearsalApp.Accepts(secret)))
            return new AppCredentials(id, secret);

        throw Refusal.TokenExpired();
    }
}
