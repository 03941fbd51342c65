using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using static Connector.Tests.Support.Cadences;

namespace Connector.Tests.Pacing;

public sealed class PlanTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";

    private DateTimeOffset Now => _app.Clock!.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_plan_says_when_each_pin_would_go_which_rule_decides_and_what_would_be_sooner()
    {
        await _app.SetAsync(_account, new { pins_per_day = 2, min_gap_seconds = 600, pins_per_domain_per_day = 5 });

        var plan = await PlanAsync(SidecarApp.Pin(), SidecarApp.Pin(), SidecarApp.Pin(("priority", 10)), SidecarApp.Pin());

        Assert.Equal(
            [Now.AddSeconds(600), Now.AddDays(1), Now, Now.AddDays(1).AddSeconds(600)],
            plan["pins"]!.AsArray().Select(pin => Time((string?)pin!["expected_at"])));
        Assert.Equal(
            ["min_gap_seconds", "pins_per_day", null, "pins_per_day"], plan["pins"]!.AsArray().Select(pin => (string?)pin!["rule"]));
        Assert.Equal([2, 3, 1, 4], plan["pins"]!.AsArray().Select(pin => (int)pin!["position"]!));
        Assert.Equal([0, 1, 2, 3], plan["pins"]!.AsArray().Select(pin => (int)pin!["index"]!));
        Assert.Contains("at most 2 pins", (string?)plan["pins"]![1]!["message"], StringComparison.Ordinal);
        var account = plan["accounts"]!.AsArray().Single()!;
        Assert.Equal((_account, 4), ((string?)account["account_id"], (int)account["pins"]!));
        Assert.Equal(Now.AddDays(1).AddSeconds(600), Time((string?)account["last_at"]));
        Assert.Equal(["pins_per_day", "min_gap_seconds"], account["sooner"]!.AsArray().Select(without => (string?)without!["rule"]));
        Assert.Equal(Now.AddSeconds(1800), Time((string?)account["sooner"]![0]!["last_at"]));
        Assert.Equal(86_400 + 600 - 1800, (long)account["sooner"]![0]!["seconds_sooner"]!);
    }

    [Fact]
    public async Task Planned_pins_come_behind_those_that_wait()
    {
        await _app.SetAsync(_account, new { pins_per_day = 1 });
        await _app.WentAtAsync(await _app.PublishAsync());
        var waiting = await _app.PublishAsync();

        var plan = await PlanAsync(SidecarApp.Pin());

        Assert.Equal(2, (int)plan["pins"]![0]!["position"]!);
        Assert.Equal(await _app.ExpectedAtAsync(waiting) + TimeSpan.FromDays(1), Time((string?)plan["pins"]![0]!["expected_at"]));
    }

    [Fact]
    public async Task A_plan_for_an_account_that_is_held_says_so_and_names_no_time()
    {
        await _app.PostAsync($"/v1/accounts/{_account}/hold");

        var plan = await PlanAsync(SidecarApp.Pin());

        Assert.Null(plan["pins"]![0]!["expected_at"]);
        Assert.Equal("account_hold", (string?)plan["pins"]![0]!["rule"]);
        Assert.NotEmpty((string)plan["pins"]![0]!["message"]!);
        Assert.Null(plan["accounts"]![0]!["last_at"]);
        Assert.Empty(plan["accounts"]![0]!["sooner"]!.AsArray());
    }

    [Fact]
    public async Task A_plan_stores_nothing()
    {
        await PlanAsync(SidecarApp.Pin(("metadata", new JsonObject { ["row"] = "7" }), ("idempotency_key", "row-7"), ("whatever", true)));

        Assert.Empty((await _app.GetAsync("/v1/pins"))["items"]!.AsArray());
        Assert.Equal(0, _app.PinsOnPinterest());
    }

    [Theory]
    [InlineData(0, 400, "validation_failed")]
    [InlineData(501, 400, "validation_failed")]
    [InlineData(500, 200, null)]
    public async Task A_plan_is_of_1_to_500_pins(int pins, int status, string? code)
    {
        var (answered, problem) = await SendAsync(
            new JsonObject { ["pins"] = new JsonArray([.. Enumerable.Range(0, pins).Select(_ => SidecarApp.Pin())]) });

        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        if (code is not null) Assert.Contains($"there are {pins}", (string?)problem["errors"]!["pins"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_nothing_says_what_is_missing()
    {
        var (status, problem) = await SendAsync([]);

        Assert.Equal((400, "This field is missing."), (status, (string?)problem["errors"]?["pins"]?[0]));
    }

    [Theory]
    [InlineData("board", "Nowhere", 404, "board_not_found", null)]
    [InlineData("account_id", "acc_nobody", 404, "account_not_found", null)]
    [InlineData("board", null, 400, "validation_failed", "pins[1]")]
    [InlineData("board_id", "1", 400, "validation_failed", "pins[1]")]
    [InlineData("link_url", "nowhere", 400, "validation_failed", "pins[1].link_url")]
    [InlineData("publish_at", "tomorrow", 400, "validation_failed", "pins[1].publish_at")]
    public async Task A_pin_that_could_not_be_accepted_cannot_be_planned(
        string field, string? value, int status, string code, string? named)
    {
        var (answered, problem) = await SendAsync(
            new JsonObject { ["pins"] = new JsonArray(SidecarApp.Pin(), SidecarApp.Pin((field, value))) });

        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        if (named is not null) Assert.True(problem["errors"]![named] is not null, problem.ToJsonString());
    }

    [Fact]
    public async Task What_is_planned_is_what_is_expected_once_it_is_accepted()
    {
        await _app.SetAsync(_account, new
        {
            pins_per_day = 12,
            min_gap_seconds = 420,
            pins_per_board_per_week = 15,
            days_between_same_link = 2,
            pins_per_domain_per_day = 9,
            quiet_hours = new { from = "21:30", to = "06:45" },
            weekdays = new[] { "tue", "wed", "fri", "sat" },
            time_zone = "Asia/Kathmandu",
        });
        var random = new Random(7);
        var pins = Enumerable.Range(0, 60).Select(_ => AnyPin(random)).ToList();

        var plan = await PlanAsync([.. pins.Select(pin => pin.DeepClone())]);
        var accepted = new List<string>();
        foreach (var pin in pins) accepted.Add(await _app.PublishAsync(pin));

        foreach (var (planned, id) in plan["pins"]!.AsArray().Zip(accepted))
        {
            var eta = (await _app.GetAsync($"/v1/pins/{id}"))["eta"]!;
            Assert.Equal(
                ((string?)planned!["expected_at"], (int)planned["position"]!), ((string?)eta["expected_at"], (int)eta["position"]!));
        }
    }

    private JsonObject AnyPin(Random random) => SidecarApp.Pin(
        ("board", random.GetItems(["Home decor", "Recipes", "Travel ideas"], 1)[0]),
        ("link_url", random.Next(4) == 0 ? null : $"https://{random.Next(3)}.example/{random.Next(9)}"),
        ("publish_at", random.Next(4) == 0 ? Now.AddMinutes(random.Next(1, 9000)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") : null),
        ("priority", random.Next(3) == 0 ? random.Next(-10, 11) : 0));

    private async Task<JsonNode> PlanAsync(params JsonNode[] pins) =>
        await _app.PostAsync("/v1/plan", new JsonObject { ["pins"] = new JsonArray(pins) });

    private async Task<(int Status, JsonNode Answer)> SendAsync(JsonObject plan)
    {
        using var content = new StringContent(plan.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _app.Admin.PostAsync("/v1/plan", content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
