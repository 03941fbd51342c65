using System.Text.Json.Nodes;
using Connector.Tests.Support;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Connector.Tests.Agents;

/// <summary>A sidecar on a real port in virtual time, and models that reach it with the SDK's own client.</summary>
public sealed class AgentWorld : IAsyncLifetime
{
    private readonly List<McpClient> _clients = [];

    public RunningConnector App { get; private set; } = null!;

    public string Account { get; private set; } = null!;

    /// <summary>With a key of the scope publish.</summary>
    public McpClient Agent { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await RunningConnector.StartAsync(new ManualClock());
        Account = await App.FirstAccountAsync();
        Agent = await WithScopesAsync("publish");
    }

    /// <summary>A client whose key has these scopes.</summary>
    public Task<McpClient> WithScopesAsync(params string[] scopes) => WithKeyAsync(new { name = "agent", scopes });

    /// <summary>A client whose key is limited to an account.</summary>
    public Task<McpClient> LimitedToAsync(string accountId) =>
        WithKeyAsync(new { name = "limited", scopes = new[] { "publish" }, account_ids = new[] { accountId } });

    /// <summary>A client that sends this header with each message.</summary>
    public async Task<McpClient> ConnectAsync(string header, string value)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(App.Address, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { [header] = value },
        });
        var client = await McpClient.CreateAsync(transport);
        _clients.Add(client);
        return client;
    }

    /// <summary>Arguments of create_pin; override what the test is about, or leave it out with null.</summary>
    public Dictionary<string, object?> Pin(string key, params (string Name, object? Value)[] others)
    {
        var pin = new Dictionary<string, object?>
        {
            ["account_id"] = Account,
            ["board"] = "Home decor",
            ["title"] = "A lamp",
            ["image_url"] = "https://example.com/lamp.jpg",
            ["idempotency_key"] = key,
        };
        foreach (var (name, value) in others)
        {
            if (value is null) pin.Remove(name);
            else pin[name] = value;
        }

        return pin;
    }

    /// <summary>Calls a tool that must succeed; its structured answer.</summary>
    public static async Task<JsonNode> CallAsync(McpClient client, string tool, Dictionary<string, object?>? arguments = null)
    {
        var answer = await client.CallToolAsync(tool, arguments);
        Assert.True(answer.IsError is not true, Text(answer));
        var structured = JsonNode.Parse(answer.StructuredContent!.Value.GetRawText())!;
        Assert.True(JsonNode.DeepEquals(structured, JsonNode.Parse(Text(answer))));
        return structured;
    }

    /// <summary>Calls a tool that must refuse; its error.</summary>
    public static async Task<JsonNode> RefusedAsync(McpClient client, string tool, Dictionary<string, object?>? arguments = null)
    {
        var answer = await client.CallToolAsync(tool, arguments);
        Assert.True(answer.IsError is true, Text(answer));
        Assert.Null(answer.StructuredContent);
        return JsonNode.Parse(Text(answer))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        await App.DisposeAsync();
    }

    private static string Text(CallToolResult answer) => Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;

    private async Task<McpClient> WithKeyAsync(object key) =>
        await ConnectAsync("Authorization", $"Bearer {(string)(await App.PostAsync("/v1/keys", key))["secret"]!}");
}
