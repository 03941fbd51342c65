using System.Text.Json.Nodes;
using Connector.Simulator.Faults;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Simulator;

public sealed class OrderingTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync();
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_fault_is_ordered_listed_strikes_and_is_gone()
    {
        var order = await OrderAsync(new { account_id = _account, fault = "image_too_small" });
        Assert.Equal(
            (_account, "image_too_small", "create_pin", 1, 1.0),
            ((string?)order["account_id"], (string?)order["fault"], (string?)order["operation"], (int)order["times"]!,
                (double)order["probability"]!));
        Assert.True(JsonNode.DeepEquals(order, Assert.Single(await OpenAsync())));

        var pin = await _app.SettledAsync(await _app.PublishAsync());

        Assert.Equal("media_too_small", (string?)pin["error_code"]);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task An_order_says_how_often_how_likely_how_long_and_where()
    {
        await OrderAsync(
            new { fault = "rate_limited", times = 3, probability = 0.25, seconds = 90, operation = "list_*", headers = false, seed = 7 });

        var order = Assert.Single(await OpenAsync())!;

        Assert.Equal(
            (3, 0.25, "list_*", false, 7),
            ((int)order["times"]!, (double)order["probability"]!, (string?)order["operation"], (bool)order["headers"]!,
                (int)order["seed"]!));
        Assert.InRange((double)order["seconds"]!, 60, 90);
    }

    [Fact]
    public async Task Every_fault_there_is_says_what_it_does()
    {
        var list = await _app.GetAsync("/v1/simulator/faults");

        Assert.Equal(FaultCatalog.All.Keys, list["faults"]!.AsArray().Select(fault => (string)fault!["fault"]!));
        Assert.All(list["faults"]!.AsArray(), fault => Assert.Matches(@"^\S.{10,140}\.$", (string)fault!["description"]!));
        var operations = list["operations"]!.AsArray().Select(operation => (string)operation!).ToList();
        Assert.All(
            FaultCatalog.All.Values, fault => Assert.Contains(operations, new FaultRule("", "") { Operation = fault.Operation }.AppliesTo));
    }

    [Fact]
    public async Task Chance_strikes_the_same_calls_for_the_same_seed()
    {
        var first = await StruckAsync(7);

        Assert.Equal(first, await StruckAsync(7));
        Assert.NotEqual(first, await StruckAsync(8));

        async Task<List<bool>> StruckAsync(int seed)
        {
            await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, "/v1/simulator/faults", null);
            await OrderAsync(new { fault = "forbidden", operation = "list_boards", times = 100, probability = 0.5, seed });
            List<bool> struck = [];
            for (var count = 0; count < 16; count++)
            {
                using var answer = await _app.Admin.GetAsync(new Uri("/v1/boards", UriKind.Relative));
                struck.Add(!answer.IsSuccessStatusCode);
            }

            return struck;
        }
    }

    [Fact]
    public async Task Orders_are_taken_back_for_one_account_or_for_all()
    {
        var second = await _app.SimulatorAccountAsync("Second");
        foreach (var account in new[] { _account, second, second }) await OrderAsync(new { account_id = account, fault = "html" });
        Assert.Equal(2, (await OpenAsync($"?account_id={second}")).Count);

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/simulator/faults?account_id={second}", null);
        Assert.Equal(_account, (string?)Assert.Single(await OpenAsync())!["account_id"]);

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, "/v1/simulator/faults", null);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task What_the_simulated_Pinterest_has_is_shown_and_can_be_reset_for_one_account_alone()
    {
        var second = await _app.SimulatorAccountAsync("Second");
        foreach (var (account, title) in new[] { (_account, "First"), (second, "One"), (second, "Two") })
            await _app.SettledAsync(await _app.PublishAsync(
                SidecarApp.Pin(("account_id", account), ("title", title), ("link_url", "https://example.com/lamp"))));
        await OrderAsync(new { account_id = second, fault = "html" });

        var pins = await PinsAsync(second);
        await _app.PostAsync("/v1/simulator/reset", new { account_id = second });

        Assert.Equal(["Two", "One"], pins.Select(pin => (string?)pin!["title"]));
        Assert.Equal(
            ("image", "https://example.com/lamp.jpg", true),
            ((string?)pins[0]!["media_type"], (string?)pins[0]!["media_url"], (bool)pins[0]!["is_owner"]!));
        Assert.Empty(await PinsAsync(second));
        Assert.Empty(await OpenAsync());
        Assert.Equal("First", (string?)Assert.Single(await PinsAsync(_account))!["title"]);

        await _app.PostAsync("/v1/simulator/reset");
        Assert.Empty(await PinsAsync(_account));
    }

    [Fact]
    public async Task Orders_reach_a_simulator_in_another_process()
    {
        await using var elsewhere = await SimulatorFixture.StartAsync();
        await using var app = await SidecarApp.StartAsync(settings: $"Connector:Simulator:Url={elsewhere.BaseUrl}");

        await app.PostAsync("/v1/simulator/faults", new { fault = "html" });

        Assert.Equal("html", Assert.Single(elsewhere.Faults.Remaining).Fault);
    }

    private Task<JsonNode> OrderAsync(object order) => _app.PostAsync("/v1/simulator/faults", order);

    private async Task<JsonArray> OpenAsync(string query = "") => (await _app.GetAsync($"/v1/simulator/faults{query}"))["items"]!.AsArray();

    private async Task<JsonArray> PinsAsync(string account) =>
        (await _app.GetAsync($"/v1/simulator/pins?account_id={account}"))["items"]!.AsArray();
}
