using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Connector.Console.Requests;
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

    private readonly SealedCookies _cookies = new(protection, "session");
    private readonly TimeSpan _idle = TimeSpan.FromMinutes(options.Value.IdleMinutes);
    private readonly TimeSpan _most = TimeSpan.FromHours(options.Value.SessionHours);

    public void Begin(HttpContext http, Caller caller)
    {
        // Whoever signs in over an open session leaves it.
        if (Cookie(http) is { } left) ended.Add(left);
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

    /// <summary>The same for a request that lasts, such as a stream: its caller knows when the session ends.</summary>
    public OpenSession? ReadLasting(HttpContext http)
    {
        if (Read(http, isAct: false) is not { } open) return null;

        var use = ended.Begin(open.Session);
        http.Response.RegisterForDispose(use);
        return open with { Caller = open.Caller with { SessionEnd = use.Token } };
    }

    public void End(HttpContext http)
    {
        if (Cookie(http) is { } session) ended.Add(session);
        SealedCookies.Delete(http, NameOf(http));
    }

    private static string NameOf(HttpContext http) => http.Request.IsHttps ? SecureName : PlainName;

    private Session? Cookie(HttpContext http) =>
        _cookies.Read(http, NameOf(http)) is { } text ? JsonSerializer.Deserialize<Session>(text, Json.Options) : null;

    private void Write(HttpContext http, Session session) =>
        _cookies.Write(http, NameOf(http), JsonSerializer.Serialize(session, Json.Options));
}
