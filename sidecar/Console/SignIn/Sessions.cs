using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Connector.Http;
using Connector.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Connector.Console.SignIn;

/// <summary>Begins, reads, renews and ends sessions. A session is a sealed cookie; its key is looked up at each request.</summary>
internal sealed class Sessions(
    IDataProtectionProvider protection, KeyCallers keys, EndedSessions ended, IOptions<ConsoleOptions> options, TimeProvider clock)
{
    private const string PlainName = "connector_session", SecureName = "__Host-connector_session";

    // A session is written again at most so often.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Connector.Console", "session");
    private readonly TimeSpan _idle = TimeSpan.FromMinutes(options.Value.IdleMinutes);
    private readonly TimeSpan _most = TimeSpan.FromHours(options.Value.SessionHours);

    public void Begin(HttpContext http, Caller caller)
    {
        var now = clock.GetUtcNow();
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        Write(http, new Session(id, caller.WorkspaceId, caller.KeyId, now + _idle, now + _most));
    }

    /// <summary>The session that a request carries; null when there is none, its time is over, or its key was revoked.</summary>
    /// <param name="http">The request.</param>
    /// <param name="isAct">Whether a person did something, which renews the session.</param>
    public OpenSession? Read(HttpContext http, bool isAct)
    {
        if (Cookie(http) is not { } session || ended.Has(session)) return null;

        var now = clock.GetUtcNow();
        if (session.IdleEnd <= now || session.End <= now) return null;
        if (keys.ById(session.WorkspaceId, session.KeyId) is not { } caller) return null;

        if (isAct && now + _idle - session.IdleEnd >= RenewAfter) Write(http, session with { IdleEnd = now + _idle });
        return new OpenSession(session, caller);
    }

    public void End(HttpContext http)
    {
        if (Cookie(http) is { } session) ended.Add(session);
        http.Response.Cookies.Delete(NameOf(http), Form(http));
    }

    private static string NameOf(HttpContext http) => http.Request.IsHttps ? SecureName : PlainName;

    private Session? Cookie(HttpContext http)
    {
        if (http.Request.Cookies[NameOf(http)] is not { Length: > 0 } text) return null;
        try
        {
            return JsonSerializer.Deserialize<Session>(_protector.Unprotect(text), Json.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Write(HttpContext http, Session session) => http.Response.Cookies.Append(
        NameOf(http), _protector.Protect(JsonSerializer.Serialize(session, Json.Options)), Form(http));

    // Without an end of its own: it goes with the browser, and its ends are sealed inside.
    private static CookieOptions Form(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
