using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Cli;
using Connector.Pinterest;
using Connector.Publishing.Worker;
using Connector.Storage;
using Connector.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Support;

/// <summary>The whole sidecar in this process, with its simulator, on loopback ports and a data directory of its own.</summary>
public sealed class SidecarApp : IAsyncDisposable
{
    public const string BootstrapKey = "bootstrap-key-for-tests-0123456789abcdef";

    private readonly WebApplication _app;
    private readonly bool _keepsData;
    private readonly Dictionary<string, WorkerObserver> _watches = [];

    private SidecarApp(WebApplication app, string address, string dataDirectory, ManualClock? clock, bool keepsData)
    {
        (_app, Address, DataDirectory, Clock, _keepsData) = (app, new Uri(address), dataDirectory, clock, keepsData);
        Admin = As(BootstrapKey);
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>The clock of everything in it, when the test brought one.</summary>
    public ManualClock? Clock { get; }

    /// <summary>What it logged; nothing unless the test sets <c>Logging:LogLevel:Default</c>.</summary>
    public required LogBook Logs { get; init; }

    /// <summary>A client with an admin key of the default workspace.</summary>
    public HttpClient Admin { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="clock">Virtual time; real time without it.</param>
    /// <param name="dataDirectory">An earlier sidecar's directory, to start again with what it left; it is then not deleted.</param>
    /// <param name="settings">Settings as <c>Connector:Section:Name=value</c>.</param>
    public static async Task<SidecarApp> StartAsync(ManualClock? clock = null, string? dataDirectory = null, params string[] settings)
    {
        var directory = dataDirectory ?? Directory.CreateTempSubdirectory("connector-test-").FullName;
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--Connector:DataDirectory={directory}",
            $"--Connector:BootstrapApiKey={BootstrapKey}",
            .. settings.Select(s => "--" + s),
        ];
        var logs = new LogBook();
        var app = ConnectorApp.Build(arguments, services =>
        {
            services.AddSingleton<SqliteDatabase>();
            services.Replace(ServiceDescriptor.Singleton<Database>(provider => new CrashableDatabase(provider.GetRequiredService<SqliteDatabase>())));
            services.Replace(ServiceDescriptor.Singleton(new Random(1)));
            services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(logs);
            if (clock is not null) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        });
        var address = await LaunchAsync(app);
        return new SidecarApp(app, address, directory, clock, dataDirectory is not null) { Logs = logs };
    }

    private static async Task<string> LaunchAsync(WebApplication app)
    {
        try
        {
            return (await app.LaunchAsync()).Address;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public HttpClient As(string? key)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A key of the default workspace with these scopes.</summary>
    public async Task<HttpClient> WithScopesAsync(params string[] scopes)
    {
        var made = await SendAsync(Admin, HttpMethod.Post, "/v1/keys", new { name = "test", scopes });
        return As((string)made["secret"]!);
    }

    /// <summary>The id of the simulator account that the first start makes.</summary>
    public async Task<string> FirstAccountAsync() => (string)(await GetAsync("/v1/accounts"))["items"]!.AsArray()[^1]!["id"]!;

    /// <summary>Connects a simulator account and returns its id.</summary>
    public async Task<string> SimulatorAccountAsync(string name) =>
        (string)(await SendAsync(Admin, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name }))["id"]!;

    public Task<JsonNode> GetAsync(string path) => SendAsync(Admin, HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string path, object? body = null) => SendAsync(Admin, HttpMethod.Post, path, body);

    /// <summary>Sends and expects success.</summary>
    public static async Task<JsonNode> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>A small valid pin; override what the test is about.</summary>
    public static JsonObject Pin(params (string Field, JsonNode? Value)[] fields)
    {
        var pin = new JsonObject { ["board"] = "Home decor", ["title"] = "A lamp", ["image_url"] = "https://example.com/lamp.jpg" };
        foreach (var (field, value) in fields)
        {
            if (value is null) pin.Remove(field);
            else pin[field] = value.DeepClone();
        }

        return pin;
    }

    /// <summary>Lets an account publish as fast as Pinterest allows, less the safety margin.</summary>
    public Task UnhurryAsync(string accountId) => this.SetAsync(accountId, new { pins_per_day = (int?)null });

    /// <summary>Creates a pin and returns its id.</summary>
    public async Task<string> PublishAsync(JsonObject? pin = null) => (string)(await PostAsync("/v1/pins", pin ?? Pin()))["id"]!;

    /// <summary>Waits until the pin's status is final, moving virtual time to whenever its lane wants to look again.</summary>
    public async Task<JsonNode> SettledAsync(string pinId)
    {
        if (Clock is null) return await GetAsync($"/v1/pins/{pinId}?wait=30");

        string? account = null;
        for (var look = 0; look < 4000; look++)
        {
            // Asked before the pin is: what it shows may be old by the time the lane has come to rest, and time must not be moved past its end.
            var rested = account is not null && IsAtRest(account);
            var pin = await GetAsync($"/v1/pins/{pinId}");
            if ((string?)pin["waiting_for"]?["code"] is null) return pin;

            account = (string)pin["account_id"]!;
            if (rested || !IsAtRest(account)) await StepAsync(account);
        }

        throw new TimeoutException($"Pin {pinId} did not settle.");
    }

    /// <summary>Lets the account's lane do what it can now; when it has nothing to do, moves time to when it has.</summary>
    public async Task StepAsync(string accountId)
    {
        if (IsAtRest(accountId)) Clock!.AdvanceTo(Lane(accountId).WakeAt!.Value);
        else await Clock!.WaitOutAsync(Watch(accountId).ParkedAgainAsync());
    }

    /// <summary>The account's lane has done all it can before a time to come.</summary>
    public bool IsAtRest(string accountId) =>
        Lane(accountId) is { PendingAnswers: 0, WakeAt: { } wakeAt } && wakeAt > Clock!.GetUtcNow();

    private AccountWorker Lane(string accountId) => Services.GetRequiredService<AccountWorkers>().Of(accountId);

    private WorkerObserver Watch(string accountId) => _watches.TryGetValue(accountId, out var known) ? known : _watches[accountId] = new WorkerObserver(Lane(accountId));

    /// <summary>The setting that makes another sidecar publish to this one's simulator.</summary>
    public async Task<string> AsTheirPinterestAsync() =>
        $"Connector:Simulator:Url=http://{await Services.GetRequiredService<SimulatorAddress>().FindAsync(CancellationToken.None)}";

    /// <summary>Where the simulator's control routes are.</summary>
    public async Task<HttpClient> SimulatorControlAsync() =>
        new() { BaseAddress = new Uri($"http://{await Services.GetRequiredService<SimulatorAddress>().FindAsync(CancellationToken.None)}") };

    /// <summary>Ends it as a power cut would: what is not on disk by now never will be.</summary>
    public async Task CrashAsync()
    {
        ((CrashableDatabase)Services.GetRequiredService<Database>()).PowerOff();
        await DisposeAsync();
    }

    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Admin.Dispose();
        if (!_keepsData) Directory.Delete(DataDirectory, recursive: true);
    }
}
