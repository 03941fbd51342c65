using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.Changes;

public sealed class AccountSettingsTests(AccountSettingsTests.World world) : IClassFixture<AccountSettingsTests.World>
{
    private const string All = """
        {"pins_per_day":30,"min_gap_seconds":600,"jitter_percent":20,
         "pins_per_board_per_week":25,"days_between_same_link":7,"pins_per_domain_per_day":10,
         "quiet_hours":{"from":"22:00","to":"07:30"},"weekdays":["mon","fri"],
         "time_zone":"Europe/Berlin","safety_margin_percent":10,"link_marker":false,"convert_images":false}
        """;

    [Fact]
    public async Task A_new_account_publishes_50_pins_a_day_five_per_cent_below_the_limits_and_has_no_other_rule()
    {
        var account = await world.App.GetAsync($"/v1/accounts/{await world.App.SimulatorAccountAsync("new")}");

        AssertSame(
            """
            {"pins_per_day":50,"min_gap_seconds":0,"jitter_percent":0,
             "pins_per_board_per_week":null,"days_between_same_link":null,"pins_per_domain_per_day":null,
             "quiet_hours":null,"weekdays":null,"time_zone":"UTC","safety_margin_percent":5,"link_marker":true,
             "convert_images":true}
            """,
            account["settings"]!);
    }

    [Fact]
    public async Task Every_setting_can_be_given_and_what_is_left_out_stays()
    {
        var account = await world.App.SimulatorAccountAsync("all");

        AssertSame(All, await PatchAsync(account, All));
        AssertSame(All.Replace("600", "30", StringComparison.Ordinal), await PatchAsync(account, """{"min_gap_seconds":30}"""));
        AssertSame(All.Replace("600", "30", StringComparison.Ordinal), (await world.App.GetAsync($"/v1/accounts/{account}"))["settings"]!);
    }

    [Fact]
    public async Task Null_ends_a_rule()
    {
        var account = await world.App.SimulatorAccountAsync("null");
        await PatchAsync(account, All);
        var nothing = JsonNode.Parse(All)!.AsObject();
        foreach (var (name, _) in nothing.ToList()) nothing[name] = null;

        AssertSame(
            """
            {"pins_per_day":null,"min_gap_seconds":0,"jitter_percent":0,
             "pins_per_board_per_week":null,"days_between_same_link":null,"pins_per_domain_per_day":null,
             "quiet_hours":null,"weekdays":null,"time_zone":"UTC","safety_margin_percent":5,"link_marker":true,
             "convert_images":true}
            """,
            await PatchAsync(account, nothing.ToJsonString()));
    }

    [Theory]
    [InlineData("pins_per_day", "0")]
    [InlineData("pins_per_day", "-1")]
    [InlineData("pins_per_day", "100001")]
    [InlineData("pins_per_day", "2.5")]
    [InlineData("pins_per_day", "\"30\"")]
    [InlineData("min_gap_seconds", "-1")]
    [InlineData("min_gap_seconds", "604801")]
    [InlineData("jitter_percent", "-1")]
    [InlineData("jitter_percent", "101")]
    [InlineData("pins_per_board_per_week", "0")]
    [InlineData("days_between_same_link", "0")]
    [InlineData("days_between_same_link", "366")]
    [InlineData("pins_per_domain_per_day", "-5")]
    [InlineData("safety_margin_percent", "51")]
    [InlineData("safety_margin_percent", "-1")]
    [InlineData("quiet_hours", """{"from":"22:00","to":"22:00"}""")]
    [InlineData("quiet_hours", "\"22:00-07:00\"")]
    [InlineData("quiet_hours.from", """{"from":"25:00","to":"07:00"}""")]
    [InlineData("quiet_hours.to", """{"from":"22:00","to":"late"}""")]
    [InlineData("quiet_hours.until", """{"from":"22:00","until":"07:00"}""")]
    [InlineData("quiet_hours.to", """{"from":"22:00"}""")]
    [InlineData("weekdays", "[]")]
    [InlineData("weekdays", "\"mon\"")]
    [InlineData("weekdays[1]", """["mon","someday"]""")]
    [InlineData("weekdays[0]", "[1]")]
    [InlineData("weekdays[0]", "[null]")]
    [InlineData("time_zone", "\"Mars/Olympus\"")]
    [InlineData("time_zone", "\"W. Europe Standard Time\"")]
    [InlineData("time_zone", "2")]
    [InlineData("speed", "11")]
    public async Task A_setting_that_makes_no_sense_is_refused_by_name_and_changes_nothing(string field, string value)
    {
        var account = await world.App.FirstAccountAsync();
        var before = (await world.App.GetAsync($"/v1/accounts/{account}"))["settings"]!;

        var (status, answer) = await SendAsync(account, $$"""{"{{field.Split('.', '[')[0]}}":{{value}}}""");

        Assert.True(status == 400
            && (string?)answer["code"] == "validation_failed"
            && answer["errors"]!["settings." + field] is not null, $"{status}: {answer.ToJsonString()}");
        AssertSame(before.ToJsonString(), (await world.App.GetAsync($"/v1/accounts/{account}"))["settings"]!);
    }

    private async Task<JsonNode> PatchAsync(string account, string settings)
    {
        var (status, answer) = await SendAsync(account, settings);
        Assert.True(status == 200, answer.ToJsonString());
        return answer["settings"]!;
    }

    private async Task<(int Status, JsonNode Answer)> SendAsync(string account, string settings)
    {
        using var content = new StringContent($$"""{"settings":{{settings}}}""", Encoding.UTF8, "application/json");
        using var answer = await world.App.Admin.PatchAsync($"/v1/accounts/{account}", content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static void AssertSame(string expected, JsonNode settings)
    {
        var known = JsonNode.Parse(expected)!.AsObject();
        foreach (var (name, value) in known)
            Assert.True(JsonNode.DeepEquals(value, Shown(settings[name])), $"{name}: {settings.ToJsonString()}");

        // Times of day are shown with seconds.
        static JsonNode? Shown(JsonNode? value) => value is JsonObject hours && hours.ContainsKey("from")
            ? new JsonObject { ["from"] = ((string)hours["from"]!)[..5], ["to"] = ((string)hours["to"]!)[..5] }
            : value;
    }

    public sealed class World : IAsyncLifetime
    {
        internal SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await SidecarApp.StartAsync(new ManualClock());

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
