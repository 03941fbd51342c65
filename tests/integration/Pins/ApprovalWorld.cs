using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>A sidecar in virtual time, with an account whose pins have to be approved.</summary>
internal sealed class ApprovalWorld : IAsyncDisposable
{
    public required SidecarApp App { get; init; }

    public required string Account { get; init; }

    public ManualClock Clock => App.Clock!;

    public static async Task<ApprovalWorld> BeginAsync()
    {
        var app = await SidecarApp.StartAsync(new ManualClock());
        var world = new ApprovalWorld { App = app, Account = await app.FirstAccountAsync() };
        await world.RequireAsync(true);
        return world;
    }

    public Task RequireAsync(bool value) => App.SetAsync(Account, new { require_approval = value });

    /// <summary>A pin that waits for approval; its id.</summary>
    public async Task<string> PinAsync(params (string Field, JsonNode? Value)[] fields)
    {
        var pin = await App.PostAsync("/v1/pins", SidecarApp.Pin([("account_id", Account), .. fields]));
        Assert.Equal("awaiting_approval", (string?)pin["status"]);
        return (string)pin["id"]!;
    }

    public Task<JsonNode> ApproveAsync(string id, object? body = null) => App.PostAsync($"/v1/pins/{id}/approve", body);

    public Task<JsonNode> EditAsync(string id, object change) =>
        SidecarApp.SendAsync(App.Admin, HttpMethod.Patch, $"/v1/pins/{id}", change);

    public async Task<string?> StatusAsync(string id) => (string?)(await App.GetAsync($"/v1/pins/{id}"))["status"];

    /// <summary>The types of the pin's events, the oldest first.</summary>
    public async Task<List<string?>> EventsAsync(string id) =>
    [
        .. (await App.GetAsync("/v1/events"))["items"]!.AsArray()
            .Where(each => (string?)each!["data"]!["pin"]?["id"] == id)
            .Select(each => (string?)each!["type"]).Reverse(),
    ];

    /// <summary>The problem that a call must be refused with.</summary>
    public static async Task<JsonNode> RefusedAsync(HttpClient caller, int status, string path, object? body = null)
    {
        var (answered, text) = await caller.AskAsync(HttpMethod.Post, path, body);
        Assert.True((HttpStatusCode)status == (HttpStatusCode)answered, $"{answered} {text}");
        return JsonNode.Parse(text)!;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
