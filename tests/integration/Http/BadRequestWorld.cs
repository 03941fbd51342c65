using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Http;
using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <summary>A sidecar with two workspaces, and callers of every kind.</summary>
public sealed class BadRequestWorld : IAsyncLifetime
{
    public const string UsedKey = "a key that a pin has";

    private readonly Dictionary<string, string> _ids = [];
    private readonly Dictionary<string, HttpClient> _callers = [];

    public SidecarApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // On Kestrel: some bodies are larger than it takes.
        App = await RunningConnector.StartAsync();
        var account = _ids["account"] = await App.FirstAccountAsync();
        // Two names for Pinterest and one for people: the second writes its accent as a mark of its own.
        foreach (var name in new[] { "D\u00e9cor", "De\u0301cor" })
            await App.ElsewhereAsync(account, (
                pinterest, session) => pinterest.CreateBoardAsync(session, new BoardCreate(name), CancellationToken.None));

        _ids["pin"] = await App.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater), ("idempotency_key", UsedKey)));
        _ids["published"] = await App.PublishAsync();
        _ids["board"] = (string)(await App.GetAsync("/v1/boards"))["items"]![0]!["id"]!;
        await App.SettledAsync(_ids["published"]);

        var revoked = await App.PostAsync("/v1/keys", new { name = "revoked", scopes = Scope.All });
        _ids["key"] = (string)revoked["key"]!["id"]!;
        await SidecarApp.SendAsync(App.Admin, HttpMethod.Delete, $"/v1/keys/{_ids["key"]}", null);

        _callers["admin"] = App.Admin;
        _callers["publisher"] = await App.WithScopesAsync(Scope.Publish);
        _callers["reader"] = await App.WithScopesAsync(Scope.Read);
        _callers["stranger"] = await App.OfWorkspaceAsync("strangers");
        _callers["revoked"] = App.As((string)revoked["secret"]!);
        _callers["unknown"] = App.As("pck_0123456789012345678901234567890123456789012");
        _callers["nobody"] = App.As(null);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    public HttpClient As(string caller) => _callers[caller];

    public string Fill(string path) =>
        _ids.Aggregate(path, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    /// <summary>Sends, and expects a complete problem that tells nothing about our insides.</summary>
    public async Task<(int Status, JsonNode Problem)> RefusedAsync(string caller, HttpRequestMessage request)
    {
        using var answer = await As(caller).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True("application/problem+json"
            == answer.Content.Headers.ContentType?.MediaType, $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text}");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((int)answer.StatusCode, (int)problem["status"]!);
        Assert.Equal($"urn:pinterest-connector:problem:{problem["code"]}", (string?)problem["type"]);
        Assert.All(["title", "detail", "remediation", "request_id"], field => Assert.False(
            string.IsNullOrWhiteSpace((string?)problem[field]), $"{field} is missing: {text}"));
        Assert.DoesNotMatch(@"System\.|Connector\.[A-Z]|Exception|Failed to bind|Required parameter|The field|The \w+ field", text);
        return ((int)answer.StatusCode, problem);
    }
}
