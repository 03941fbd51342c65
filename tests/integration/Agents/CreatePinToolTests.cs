using Connector.Tests.Support;
using static Connector.Tests.Agents.AgentWorld;

namespace Connector.Tests.Agents;

/// <summary>What happens when a model makes a pin.</summary>
public sealed class CreatePinToolTests(AgentWorld world) : IClassFixture<AgentWorld>
{
    [Theory]
    [InlineData("publish")]
    [InlineData("admin")]
    public async Task A_pin_of_a_model_waits_for_a_person(string scope)
    {
        var agent = await world.WithScopesAsync(scope);

        var made = await CallAsync(agent, "create_pin", world.Pin($"waits {scope}"));

        Assert.Equal("awaiting_approval", (string?)made["pin"]!["status"]);
        Assert.Contains("get_approval_link", (string?)made["pin"]!["next"], StringComparison.Ordinal);
        var id = (string)made["pin"]!["id"]!;
        var link = await CallAsync(agent, "get_approval_link", new() { ["id"] = id });
        Assert.Equal($"{world.App.Address}pins/{id}", (string?)link["link"]);
    }

    [Fact]
    public async Task A_key_that_was_given_the_scope_approve_publishes_at_once()
    {
        var agent = await world.WithScopesAsync("publish", "approve");

        var made = await CallAsync(agent, "create_pin", world.Pin("trusted"));

        Assert.Equal("queued", (string?)made["pin"]!["status"]);
        var settled = await world.App.SettledAsync((string)made["pin"]!["id"]!);
        Assert.Equal("published", (string?)settled["status"]);
        Assert.Equal("an agent", (string?)settled["chosen_by"]);
    }

    [Fact]
    public async Task An_account_that_asks_for_approval_asks_every_key()
    {
        var account = await world.App.SimulatorAccountAsync("Careful");
        await world.App.SetAsync(account, new { require_approval = true });
        var agent = await world.WithScopesAsync("publish", "approve");

        var made = await CallAsync(agent, "create_pin", world.Pin("careful", ("account_id", account)));

        Assert.Equal("awaiting_approval", (string?)made["pin"]!["status"]);
    }

    [Fact]
    public async Task The_same_idempotency_key_again_makes_no_second_pin()
    {
        var other = await world.WithScopesAsync("publish", "approve");
        var calls = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => CallAsync(i % 2 == 0 ? world.Agent : other, "create_pin", world.Pin("once"))));

        Assert.Single(calls.Select(made => (string)made["pin"]!["id"]!).Distinct());
        Assert.Single(calls, made => (bool)made["is_new"]!);
    }

    [Fact]
    public async Task The_same_key_for_another_pin_is_refused_and_says_which_pin_has_it()
    {
        var first = await CallAsync(world.Agent, "create_pin", world.Pin("taken"));

        var error = await RefusedAsync(world.Agent, "create_pin", world.Pin("taken", ("title", "A vase")));

        Assert.Equal("idempotency_key_reused", (string?)error["code"]);
        Assert.Contains((string)first["pin"]!["id"]!, (string?)error["message"], StringComparison.Ordinal);
        Assert.Contains("ask the person", (string?)error["what_to_do"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_validates_it_can_make_with_the_same_arguments()
    {
        var pin = world.Pin("validated", ("publish_at", SidecarApp.MuchLater), ("link_url", "https://example.com/lamp"));
        var checkedPin = await CallAsync(world.Agent, "validate_pin", world.Pin("validated", ("image_url", null)));
        Assert.False((bool)checkedPin["valid"]!);
        Assert.Equal("fields", (string?)checkedPin["problems"]![0]!["name"]);
        Assert.Equal(0, await CountAsync("validated"));

        await CallAsync(world.Agent, "create_pin", pin);

        Assert.Equal(1, await CountAsync("validated"));
    }

    [Fact]
    public async Task A_plan_tells_when_and_stores_nothing()
    {
        var before = await CountAsync(null);

        var plan = await CallAsync(world.Agent, "plan_pins", new()
        {
            ["pins"] = new[] { "Home decor", "Recipes" }.Select(board => new { account_id = world.Account, board }),
        });

        Assert.Equal([0, 1], plan["pins"]!.AsArray().Select(pin => (int)pin!["index"]!));
        Assert.All(plan["pins"]!.AsArray(), pin => Assert.NotNull(pin!["expected_at"]));
        Assert.Equal(before, await CountAsync(null));
    }

    private async Task<int> CountAsync(string? key) => (await world.App.GetAsync("/v1/pins?limit=250"))["items"]!.AsArray()
        .Count(pin => key is null || (string?)pin!["idempotency_key"] == key);
}
