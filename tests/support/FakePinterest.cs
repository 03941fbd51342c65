using System.Collections.Concurrent;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Connector.Tests.Support;

/// <summary>A Pinterest that answers as a test arranged; it refuses and records every other call.</summary>
public sealed class FakePinterest : IAsyncDisposable
{
    // WireMock takes the lowest number first.
    private const int Arranged = 1, NotArranged = 2;

    private readonly WireMockServer _server;
    private readonly ConcurrentDictionary<string, Guid> _mappings = new();
    private readonly ConcurrentQueue<SeenCall> _calls = new();
    private readonly ConcurrentQueue<string> _unexpected = new();

    private FakePinterest()
    {
        _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"], DisableJsonBodyParsing = true });
        _server.Given(Request.Create().UsingAnyMethod()).AtPriority(NotArranged).RespondWith(
            Response.Create().WithCallback(request => Answer(request, Refuse)));
    }

    public string Address => _server.Urls[0] + "/v5";

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

    public static Task<FakePinterest> StartAsync() => Task.Run(() => new FakePinterest());

    /// <summary>From now on the call is answered so.</summary>
    public void On(string call, Func<SeenCall, (int Status, object Body)> answer)
    {
        var parts = call.Split(' ');
        // The same id again replaces what was arranged before.
        _server.Given(Request.Create().UsingMethod(parts[0]).WithPath(parts[1]))
            .WithGuid(_mappings.GetOrAdd(call, _ => Guid.NewGuid())).AtPriority(Arranged)
            .RespondWith(Response.Create().WithCallback(request => Answer(request, answer)));
    }

    /// <summary>An account with this token exists; every other token is refused.</summary>
    public void KnowsUser(string token, string id, string username) => On("GET /v5/user_account", seen =>
        seen.Authorization == "Bearer " + token ? (200, new { id, username, account_type = "BUSINESS" }) : Refused);

    public static (int Status, object Body) Refused => (401, new { code = 2, message = "Authentication failed." });

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private ResponseMessage Answer(IRequestMessage request, Func<SeenCall, (int Status, object Body)> answer)
    {
        var authorization = request.Headers is { } headers && headers.TryGetValue("Authorization", out var value) ? value.ToString() : "";
        var seen = new SeenCall($"{request.Method} {request.Path}", authorization, request.Body ?? "") { Address = request.Url };
        _calls.Enqueue(seen);
        var (status, body) = answer(seen);
        return new ResponseMessage
        {
            StatusCode = status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Json, BodyAsJson = body },
            Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/json; charset=utf-8") },
        };
    }

    private (int Status, object Body) Refuse(SeenCall seen)
    {
        _unexpected.Enqueue(seen.Call);
        return (501, new { code = 0, message = $"Nobody arranged {seen.Call}." });
    }
}

/// <summary>A call that arrived.</summary>
public sealed record SeenCall(string Call, string Authorization, string Body)
{
    /// <summary>With its query.</summary>
    public string Address { get; init; } = "";

    /// <summary>One parameter of its query; null where it has none of that name.</summary>
    public string? Query(string name) => System.Web.HttpUtility.ParseQueryString(new Uri(Address).Query)[name];
}
