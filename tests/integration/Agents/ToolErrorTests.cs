using System.Text.Json;
using ModelContextProtocol;
using static Connector.Tests.Agents.AgentWorld;

namespace Connector.Tests.Agents;

/// <summary>What goes wrong is an answer that a model can act on: a code, what happened, what to do.</summary>
public sealed class ToolErrorTests(AgentWorld world) : IClassFixture<AgentWorld>
{
    private const string Picture = "\"image_url\":\"https://example.com/a.jpg\"";

    private const string Keyed = """{"board":"Home decor","idempotency_key":"a" """;

    /// <summary>A tool, its arguments as JSON, the code of the error, and what its message or errors name.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "create_pin", "{}", "validation_failed", "idempotency_key" },
        { "create_pin", """{"board":"Home decor"}""", "validation_failed", "idempotency_key" },
        { "create_pin", """{"board":"Home decor","idempotency_key":""}""", "validation_failed", "idempotency_key" },
        { "create_pin", """{"board":"Home decor","idempotency_key":" \n "}""", "validation_failed", "idempotency_key" },
        { "create_pin", """{"board":"Home decor","idempotency_key":7}""", "validation_failed", "idempotency_key" },
        { "create_pin", """{"board":"Home decor","idempotency_key":"a"}""", "validation_failed", "image_url" },
        { "create_pin", Keyed + ""","image_url":"lamp"}""", "validation_failed", "image_url" },
        { "create_pin", """{"board":null,"idempotency_key":"a"}""", "validation_failed", "board" },
        { "create_pin", """{"board":["Home decor"],"idempotency_key":"a"}""", "validation_failed", "board" },
        { "create_pin", Keyed + ""","tittle":"A"}""", "validation_failed", "tittle" },
        { "create_pin", Keyed + ""","require_approval":false}""", "validation_failed", "require_approval" },
        { "create_pin", Keyed + ""","awaits_approval":false}""", "validation_failed", "awaits_approval" },
        { "create_pin", Keyed + ""","publish_at":"tomorrow"}""", "validation_failed", "publish_at" },
        { "create_pin", $$"""{"board":"Home dekor","idempotency_key":"a",{{Picture}}}""", "board_not_found", "Home dekor" },
        { "create_pin", $$"""{"account_id":"acc_nobody",{{Keyed[1..]}},{{Picture}}}""", "account_not_found", "acc_nobody" },
        { "validate_pin", """{"board":"Home decor","open_link":"yes"}""", "validation_failed", "open_link" },
        { "plan_pins", "{}", "validation_failed", "pins" },
        { "plan_pins", """{"pins":[]}""", "validation_failed", "pins" },
        { "plan_pins", """{"pins":[null]}""", "validation_failed", "pins" },
        { "plan_pins", """{"pins":[{"board":"Home decor"},{}]}""", "validation_failed", "pins[1].board" },
        { "plan_pins", """{"pins":[{"board":"Home decor","link_url":"x"}]}""", "validation_failed", "link_url" },
        { "get_pin", "{}", "validation_failed", "id" },
        { "get_pin", """{"id":"pin_nobody"}""", "not_found", "pin_nobody" },
        { "get_pin", """{"id":"pin_nobody","wait_seconds":61}""", "validation_failed", "wait_seconds" },
        { "get_pin", """{"id":"pin_nobody","wait_seconds":1.5}""", "validation_failed", "wait_seconds" },
        { "list_pins", """{"status":"done"}""", "validation_failed", "status" },
        { "list_pins", """{"limit":0}""", "validation_failed", "limit" },
        { "list_pins", """{"limit":51}""", "validation_failed", "limit" },
        { "list_pins", """{"cursor":"x"}""", "validation_failed", "cursor" },
        { "list_boards", """{"account_id":"acc_nobody"}""", "account_not_found", "acc_nobody" },
        { "list_accounts", """{"all":true}""", "validation_failed", "all" },
        { "get_pin_metrics", """{"id":"pin_nobody"}""", "not_found", "pin_nobody" },
        { "get_pin_metrics", """{"id":"1","start_date":"yesterday"}""", "validation_failed", "start_date" },
        { "get_approval_link", """{"id":"x"}""", "not_found", "x" },
        { "delete_pin", """{"id":"x"}""", "validation_failed", "delete_pin" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_call_says_what_is_wrong_and_what_to_do(string tool, string arguments, string code, string named)
    {
        var error = await RefusedAsync(world.Agent, tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.Equal(code, (string?)error["code"]);
        Assert.Contains(named, error.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(((string)error["what_to_do"]!).Length, 10, 500);
        foreach (var leak in new[] { "System.", "Connector.", "Exception", "   at " })
            Assert.DoesNotContain(leak, error.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await world.App.GetAsync("/v1/pins"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("read", "create_pin", "publish")]
    [InlineData("approve", "get_pin", "read")]
    [InlineData("approve", "create_pin", "publish")]
    public async Task A_key_without_the_scope_is_told_to_stop(string granted, string tool, string needed)
    {
        var agent = await world.WithScopesAsync(granted);

        var error = await RefusedAsync(agent, tool, world.Pin("no scope"));

        Assert.Equal("insufficient_scope", (string?)error["code"]);
        Assert.Contains($"scope {needed}", (string?)error["message"], StringComparison.Ordinal);
        Assert.StartsWith("Stop, and tell the person", (string?)error["what_to_do"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_the_scope_reads_no_timeline()
    {
        var agent = await world.WithScopesAsync("approve");

        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await agent.ReadResourceAsync("pin://pin_x/timeline"));

        Assert.Contains("insufficient_scope", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pin://pin_nobody/timeline", "not_found")]
    [InlineData("pin:///timeline", "validation_failed")]
    [InlineData("file:///etc/passwd", "validation_failed")]
    public async Task A_resource_that_is_not_there_says_so(string uri, string code)
    {
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await world.Agent.ReadResourceAsync(uri));

        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }
}
