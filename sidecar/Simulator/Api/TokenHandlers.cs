using System.Text;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>The token endpoint: any code opens the account it names ("name" or "name@whose"), refresh tokens rotate.</summary>
internal sealed class TokenHandlers(SimulatorState state, TimeProvider clock)
{
    private const string Scopes =
        "boards:read,boards:read_secret,boards:write,boards:write_secret,"
        + "pins:read,pins:read_secret,pins:write,pins:write_secret,user_accounts:read";

    private static readonly TimeSpan AccessLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(60);

    public async Task<BegunCall> BeginAsync(HttpContext http)
    {
        var appId = AppId(http.Request.Headers.Authorization.ToString());
        if (!http.Request.HasFormContentType) throw Refusal.Invalid("the body is not a form");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        lock (state.Gate)
        {
            return form["grant_type"].ToString() switch
            {
                "authorization_code" => new(
                    new SimulatedCall(http, "exchange_code", OpenAccount(Field("code"), Field("redirect_uri"))),
                    call => Grant(call, appId, "authorization_code", replaces: null)),
                "refresh_token" when Field("refresh_token") is var old => new(
                    new SimulatedCall(http, "refresh_token", state.FindAccount(Refreshable(old).Grant.AccountId)!),
                    call => Grant(
                        call, Refreshable(old).Grant.AppId == appId ? appId : throw Refusal.TokenExpired(), "refresh_token", old)),
                var other => throw Refusal.Invalid($"'{other}' is not a grant type known here"),
            };
        }

        string Field(string name) =>
            form[name].ToString() is { Length: > 0 } value ? value : throw Refusal.Invalid($"'{name}' is a required property");
    }

    private RefreshToken Refreshable(string text) => state.FindRefreshToken(text, clock.GetUtcNow()) ?? throw Refusal.TokenExpired();

    private SimulatedAccount OpenAccount(string code, string redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out _)) throw Refusal.Invalid("'redirect_uri' is not a URL");
        var id = Seeded.Id($"user/{code}");
        if (state.FindAccount(id) is { } known) return known;

        state.Record(new AccountOpened(id, FreeName(UserNameFrom(code.Split('@')[0])), code, clock.GetUtcNow()));
        return state.FindAccount(id)!;
    }

    /// <summary>Usernames are unique, as on Pinterest: a second account of the same name gets a number.</summary>
    private string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; state.FindAccount(name) is not null; number++) name = $"{wanted}_{number}";
        return name;
    }

    private SimulatorResponse Grant(SimulatedCall call, string appId, string responseType, string? replaces)
    {
        var now = clock.GetUtcNow();
        if (replaces is not null && Refreshable(replaces).Successor is { } known) return Describe(known, responseType, now);

        var seed = $"{call.Account.Id}/{call.Account.Made}";
        var grant = new SimulatedGrant(
            call.Account.Id, appId,
            Seeded.Token("pina", $"{seed}/access"), now + AccessLife,
            Seeded.Token("pinr", $"{seed}/refresh"), now + RefreshLife);
        var isRepeated = call.RefreshRepeats > TimeSpan.Zero;
        var grace = isRepeated ? call.RefreshRepeats : call.RefreshGrace;
        state.Record(new TokensGranted(grant, replaces, grace > TimeSpan.Zero ? now + grace : null, isRepeated));
        return Describe(grant, responseType, now);
    }

    private static SimulatorResponse Describe(SimulatedGrant grant, string responseType, DateTimeOffset now) => new(200, new
    {
        ResponseType = responseType,
        grant.AccessToken,
        TokenType = "bearer",
        ExpiresIn = (long)(grant.AccessExpiresAt - now).TotalSeconds,
        grant.RefreshToken,
        RefreshTokenExpiresIn = (long)(grant.RefreshExpiresAt - now).TotalSeconds,
        RefreshTokenExpiresAt = grant.RefreshExpiresAt.ToUnixTimeSeconds(),
        Scope = Scopes,
    });

    private static string AppId(string authorization)
    {
        const string scheme = "Basic ";
        Span<byte> bytes = stackalloc byte[1024];
        if (authorization.StartsWith(scheme, StringComparison.Ordinal)
            && Convert.TryFromBase64String(authorization[scheme.Length..], bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 }])
            return id;

        throw Refusal.TokenExpired();
    }

    private static string UserNameFrom(string code)
    {
        var letters = code.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_').Take(30);
        return string.Concat(letters).Trim('_') is { Length: > 0 } slug ? slug : "user";
    }
}
