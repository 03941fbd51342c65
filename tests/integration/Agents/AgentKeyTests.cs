using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using ModelContextProtocol;
using static Connector.Tests.Agents.AgentWorld;

namespace Connector.Tests.Agents;

/// <summary>A model sees what its key sees, as long as the key is good.</summary>
public sealed class AgentKeyTests(AgentWorld world) : IClassFixture<AgentWorld>
{
    [Fact]
    public async Task A_key_bound_to_an_account_sees_only_that_one()
    {
        var other = await world.App.SimulatorAccountAsync("Other");
        var bound = await world.LimitedToAsync(other);
        var foreign = await CallAsync(world.Agent, "create_pin", world.Pin("foreign", ("account_id", world.Account)));
        var id = (string)foreign["pin"]!["id"]!;

        var accounts = (await CallAsync(bound, "list_accounts"))["accounts"]!.AsArray();
        Assert.Equal([other], accounts.Select(account => (string)account!["id"]!));
        Assert.Empty((await CallAsync(bound, "list_pins"))["pins"]!.AsArray());
        foreach (var tool in new[] { "get_pin", "get_approval_link", "get_pin_metrics" })
            Assert.Equal("not_found", (string?)(await RefusedAsync(bound, tool, new() { ["id"] = id }))["code"]);
        await Assert.ThrowsAsync<McpProtocolException>(async () => await bound.ReadResourceAsync($"pin://{id}/timeline"));
        foreach (var tool in new[] { "create_pin", "validate_pin" })
        {
            var pin = world.Pin("bound", ("account_id", world.Account));
            if (tool == "create_pin") Assert.Equal("account_not_found", (string?)(await RefusedAsync(bound, tool, pin))["code"]);
            else Assert.False((bool)(await CallAsync(bound, tool, pin))["valid"]!);
        }

        var made = await CallAsync(bound, "create_pin", world.Pin("bound", ("account_id", null)));
        Assert.Equal(other, (string?)made["pin"]!["account_id"]);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_its_next_message()
    {
        var made = await world.App.PostAsync("/v1/keys", new { name = "short", scopes = new[] { "publish" } });
        var agent = await world.ConnectAsync("Authorization", $"Bearer {(string)made["secret"]!}");
        await CallAsync(agent, "list_accounts");

        await SidecarApp.SendAsync(world.App.Admin, HttpMethod.Delete, $"/v1/keys/{(string)made["key"]!["id"]!}", null);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(async () => await agent.CallToolAsync("list_accounts"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_wait_tells_how_far_it_got_and_ends_when_the_pin_does()
    {
        var id = (string)(await CallAsync(world.Agent, "create_pin", world.Pin("waited for")))["pin"]!["id"]!;
        var reports = new List<string>();
        var heard = new TaskCompletionSource();
        var progress = new Heard(report =>
        {
            reports.Add(report.Message!);
            heard.TrySetResult();
        });

        var waiting = world.Agent.CallToolAsync(
            "get_pin", new Dictionary<string, object?> { ["id"] = id, ["wait_seconds"] = 60 }, progress).AsTask();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await world.App.PostAsync($"/v1/pins/{id}/reject", new { reason = "Too dark." });

        var ended = JsonNode.Parse((await waiting).StructuredContent!.Value.GetRawText())!;
        Assert.Equal("canceled", (string?)ended["status"]);
        Assert.Contains("awaiting_approval", reports[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_ends_with_its_key()
    {
        var id = (string)(await CallAsync(world.Agent, "create_pin", world.Pin("never ends")))["pin"]!["id"]!;
        var made = await world.App.PostAsync("/v1/keys", new { name = "short", scopes = new[] { "read" } });
        var agent = await world.ConnectAsync("Authorization", $"Bearer {(string)made["secret"]!}");
        var heard = new TaskCompletionSource();
        var arguments = new Dictionary<string, object?> { ["id"] = id, ["wait_seconds"] = 60 };
        var waiting = agent.CallToolAsync("get_pin", arguments, new Heard(_ => heard.TrySetResult())).AsTask();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await SidecarApp.SendAsync(world.App.Admin, HttpMethod.Delete, $"/v1/keys/{(string)made["key"]!["id"]!}", null);

        var ended = await waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(ended.IsError);
    }

    [Fact]
    public async Task The_timeline_of_a_pin_has_what_happened_and_what_was_tried()
    {
        var agent = await world.WithScopesAsync("publish", "approve");
        var id = (string)(await CallAsync(agent, "create_pin", world.Pin("timeline")))["pin"]!["id"]!;
        await world.App.SettledAsync(id);

        var read = await agent.ReadResourceAsync($"pin://{id}/timeline");

        var text = Assert.IsType<ModelContextProtocol.Protocol.TextResourceContents>(Assert.Single(read.Contents)).Text;
        var timeline = JsonNode.Parse(text)!;
        Assert.Equal("published", (string?)timeline["pin"]!["status"]);
        Assert.Single(timeline["attempts"]!.AsArray());
        Assert.Contains(timeline["events"]!.AsArray(), each => (string?)each!["type"] == "pin.published");
        var listed = await CallAsync(agent, "list_pins", new() { ["status"] = "published" });
        Assert.Contains(listed["pins"]!.AsArray(), pin => (string?)pin!["id"] == id);
        var numbers = await CallAsync(agent, "get_pin_metrics", new() { ["id"] = id });
        Assert.Single(numbers["rows"]!.AsArray());
    }

    /// <summary>Takes reports on the thread that brings them, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Heard(Action<ProgressNotificationValue> report) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => report(value);
    }
}
