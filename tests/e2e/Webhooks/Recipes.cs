using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

/// <summary>A sidecar that the recipes call, and a receiver of webhooks, on loopback.</summary>
[CollectionDefinition(nameof(Recipes))]
public sealed class Recipes : ICollectionFixture<Recipes>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-recipes-");
    private SidecarProcess _sidecar = null!;

    public HttpClient Client => _sidecar.Client;

    public Receiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        _sidecar = await SidecarProcess.StartAsync(Path.Combine(_folder.FullName, "data"), settings: WebhookCalls.ToLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        await _sidecar.DisposeAsync();
        await Receiver.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>What a reader puts into the environment.</summary>
    public Dictionary<string, string> Environment(params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>
        {
            ["CONNECTOR_KEY"] = SidecarProcess.Key,
            ["CONNECTOR_URL"] = Client.BaseAddress!.ToString().TrimEnd('/'),
        };
        foreach (var (name, value) in more) environment[name] = value;
        return environment;
    }

    public Task<Ran> RunAsync(string script, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        Tool.RunAsync("bash", [Script(script), .. arguments], Environment(environment));

    public static string Script(string name) => Repository.Path("examples", "curl", name);

    /// <summary>A new file in the folder of the tests.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A file with a pin.</summary>
    public string PinFile(JsonObject? pin = null)
    {
        var file = PathOf($"{Guid.NewGuid():n}.json");
        File.WriteAllText(file, (pin ?? SidecarApp.Pin(("title", Guid.NewGuid().ToString()))).ToJsonString());
        return file;
    }

    /// <summary>What comes to a path next; others may still be told of what tests before did.</summary>
    public async Task<Heard> HeardAsync(string path)
    {
        while (true)
        {
            var heard = await Receiver.NextAsync();
            if (heard.Target == path) return heard;
        }
    }

    public async Task<JsonNode> GetAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<JsonNode> PostAsync(string path, object? body = null)
    {
        using var answer = await Client.PostAsJsonAsync(path, body ?? new { });
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{(int)answer.StatusCode} from {path}: {text}");
    }
}
