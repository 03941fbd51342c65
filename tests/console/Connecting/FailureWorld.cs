using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Connector.Tests.Browsing;
using Connector.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Connector.Tests.Connecting;

/// <summary>A sidecar with its simulator and a stand-in for Pinterest, and one browser in which every connecting fails.</summary>
public sealed class FailureWorld(ConsoleWorld console) : IAsyncLifetime
{
    private const string ConsentOfPinterest = "GET /oauth/";

    private readonly string _data = Directory.CreateTempSubdirectory("connector-console-test-").FullName;
    private FakePinterest? _pinterest;
    private SidecarProcess? _sidecar;
    private Reader? _reader;

    /// <summary>Signed in with the admin key; skips the test where there is no browser.</summary>
    public Reader Reader
    {
        get
        {
            Assert.SkipWhen(_reader is null, Chromium.Missing);
            return _reader;
        }
    }

    public IPage Page => Reader.Page;

    public FakePinterest Pinterest => _pinterest!;

    public SidecarProcess Sidecar => _sidecar!;

    /// <summary>The simulator account that the first start made.</summary>
    public string AccountId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is null) return;

        _pinterest = await FakePinterest.StartAsync();
        Pinterest.On(ConsentOfPinterest, _ => (200, new { shows = "Pinterest's own consent page" }));
        var consent = $"Connector:Pinterest:OAuthUrl={new Uri(new Uri(Pinterest.Address), "/oauth/")}";
        _sidecar = await SidecarProcess.StartAsync(_data, settings: [.. Pinterest.Settings, consent]);
        AccountId = (string)(await SendAsync(HttpMethod.Get, "/v1/accounts"))["items"]![0]!["id"]!;
        _reader = await SecondAsync();
        await Reader.SignInAsync(SidecarProcess.Key);
        await Assertions.Expect(Page).ToHaveTitleAsync("Today · Pinterest Connector");
    }

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null) await _reader.DisposeAsync();
        if (_sidecar is not null) await _sidecar.DisposeAsync();
        if (_pinterest is not null) await _pinterest.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Another browser, in which nobody is signed in.</summary>
    public Task<Reader> SecondAsync() => console.StrangerAsync(sidecar: Sidecar);

    /// <summary>A link to connect an account with.</summary>
    public Task<string> LinkAsync(string environment = "simulator") => LinkAsync(new { environment });

    public async Task<string> LinkAsync(object asked) =>
        (string)(await SendAsync(HttpMethod.Post, "/v1/oauth/start", asked))["authorize_url"]!;

    /// <summary>The link of a key that is revoked by now.</summary>
    public async Task<string> OrphanedLinkAsync()
    {
        var made = await SendAsync(HttpMethod.Post, "/v1/keys", new { name = "n8n", scopes = new[] { "admin" } });
        using var client = new HttpClient { BaseAddress = Sidecar.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)made["secret"]!);
        var link = await SidecarApp.SendAsync(client, HttpMethod.Post, "/v1/oauth/start", new { environment = "simulator" });
        await SendAsync(HttpMethod.Delete, $"/v1/keys/{made["key"]!["id"]}");
        return (string)link["authorize_url"]!;
    }

    public Task FaultAsync(string fault, string operation) =>
        SendAsync(HttpMethod.Post, "/v1/simulator/faults", new { account_id = AccountId, fault, operation });

    public Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null) =>
        SidecarApp.SendAsync(Sidecar.Client, method, path, body);

    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Comes back from the consent page that is open, with what Pinterest adds.</summary>
    public Task ComeBackAsync(string query) =>
        Reader.GoAsync($"/oauth/callback?state={QueryOf(Page.Url)["state"]}&{query}");

    /// <summary>What no browser can bring about: time that passes, or a secret that is taken away, between two pages.</summary>
    public async Task ChangeLinksAsync(string change)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_data, "connector.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"update connection_starts set {change} where used_at is null";
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    private static System.Collections.Specialized.NameValueCollection QueryOf(string address) =>
        System.Web.HttpUtility.ParseQueryString(new Uri(address).Query);
}
