using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alba;

namespace Connector.Tests.Support;

/// <content>Calls of the API that many tests make on the way to what they are about.</content>
public partial class SidecarApp
{
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

    /// <summary>A scenario that must end in this problem; returns it.</summary>
    public async Task<JsonNode> RefusedAsync(int status, string code, Action<Scenario> configure)
    {
        var result = await ScenarioAsync(call =>
        {
            configure(call);
            call.StatusCodeShouldBe(status);
            call.Header("Content-Type").SingleValueShouldMatch("^application/problem\\+json");
        });
        var problem = JsonNode.Parse(await result.ReadAsTextAsync())!;
        return (string?)problem["code"] == code
            ? problem
            : throw new InvalidOperationException($"Not the problem {code}: {problem.ToJsonString()}");
    }

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

    /// <summary>A time by which no test is running any more; five years are the most that a pin may wait.</summary>
    public static string MuchLater { get; } = $"{TimeProvider.System.GetUtcNow().Year + 4}-01-01T00:00:00Z";

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
}
