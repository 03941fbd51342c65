using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Support;

/// <summary>A Pinterest that says what a test arranged, and refuses and remembers what nobody arranged.</summary>
public sealed class FakePinterest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<SeenCall, (int Status, object Body)>> _answers = new();
    private readonly ConcurrentQueue<SeenCall> _calls = new();
    private readonly ConcurrentQueue<string> _unexpected = new();

    private FakePinterest()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.First() + "/v5";

    public IReadOnlyList<SeenCall> Calls => [.. _calls];

    /// <summary>Calls nobody arranged; empty in a good run.</summary>
    public IReadOnlyList<string> Unexpected => [.. _unexpected];

    /// <summary>The settings that make a sidecar take this for Pinterest and its sandbox.</summary>
    public string[] Settings =>
    [
        $"Connector:Pinterest:ApiBaseUrl={Address}",
        $"Connector:Pinterest:SandboxBaseUrl={Address}",
        "Connector:Pinterest:AppId=app-id",
        "Connector:Pinterest:AppSecret=app-secret-that-nobody-may-see",
    ];

    public static async Task<FakePinterest> StartAsync()
    {
        var fake = new FakePinterest();
        await fake._app.StartAsync();
        return fake;
    }

    /// <summary>From now on the call is answered so.</summary>
    public void On(string call, Func<SeenCall, (int Status, object Body)> answer) => _answers[call] = answer;

    /// <summary>An account with this token exists; every other token is refused.</summary>
    public void KnowsUser(string token, string id, string username) => On("GET /v5/user_account", seen =>
        seen.Authorization == "Bearer " + token ? (200, new { id, username, account_type = "BUSINESS" }) : Refused);

    public static (int Status, object Body) Refused => (401, new { code = 2, message = "Authentication failed." });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var seen = new SeenCall($"{http.Request.Method} {http.Request.Path}", http.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync());
        _calls.Enqueue(seen);
        if (!_answers.TryGetValue(seen.Call, out var answer))
        {
            _unexpected.Enqueue(seen.Call);
            answer = _ => (501, new { code = 0, message = $"Nobody arranged {seen.Call}." });
        }

        var (status, body) = answer(seen);
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(body);
    }
}

/// <summary>A call that arrived.</summary>
public sealed record SeenCall(string Call, string Authorization, string Body);
