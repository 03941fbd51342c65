using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Policy;

/// <summary>The report says what is so, and what nobody has said is missing in it.</summary>
public sealed class PolicyReportTests
{
    private const string Report = "/v1/policy/report";

    [Fact]
    public async Task What_is_not_set_is_named_and_nothing_stands_in_for_it()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        var report = await app.GetAsync(Report);
        var privacy = await app.GetAsync("/v1/policy/privacy");

        Assert.Null(report["purpose"]);
        string[] missing =
            ["Connector:Policy:Operator", "Connector:Policy:Purpose", "Connector:Policy:Contact", "Connector:Policy:PrivacyUrl"];
        Assert.Equal(missing, report["missing_settings"]!.AsArray().Select(name => (string)name!));
        Assert.Contains("**Missing:** `Connector:Policy:Purpose` is not set.", (string)privacy["markdown"]!, StringComparison.Ordinal);
        Assert.Equal("missing", State(report, "privacy_url"));
        Assert.Equal("missing", State(report, "simulated_pin"));
    }

    [Fact]
    public async Task It_tells_of_the_settings_the_accounts_and_their_pins()
    {
        await using var app = await SidecarApp.StartAsync(
            new ManualClock(), null, "Connector:Policy:Purpose=Pins of *our* own shop", "Connector:Policy:Operator=Lamp Shop",
            "Connector:Policy:Contact=lamps@example.com", "Connector:Policy:PrivacyUrl=https://example.com/privacy");
        var account = await app.FirstAccountAsync();
        await app.SettledAsync(await app.PublishAsync());
        await app.SetAsync(account, new { require_approval = true });

        var report = await app.GetAsync(Report);
        var text = await app.Admin.GetStringAsync($"{Report}?format=markdown");

        Assert.Empty(report["missing_settings"]!.AsArray());
        var shown = Assert.Single(report["accounts"]!.AsArray())!;
        Assert.Equal((account, true, 1), ((string)shown["id"]!, (bool)shown["require_approval"]!, (int)shown["published"]!));
        Assert.Equal(["done", "done"], new[] { State(report, "privacy_url"), State(report, "simulated_pin") });
        Assert.Contains("What for: Pins of \\*our\\* own shop", text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 accounts have a person approve each pin", text, StringComparison.Ordinal);
        Assert.Contains("`boards:read` finds your boards", text, StringComparison.Ordinal);
        Assert.Contains("- [x] Publish a privacy policy", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_limited_to_an_account_is_told_of_no_other()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var hidden = await app.FirstAccountAsync();
        var mine = (string)(await app.PostAsync("/v1/accounts", new { environment = "simulator", name = "Mine" }))["id"]!;
        using var limited = await app.LimitedToAsync("read", mine);

        var report = JsonNode.Parse(await limited.GetStringAsync(Report))!;

        Assert.Equal(mine, (string)Assert.Single(report["accounts"]!.AsArray())!["id"]!);
        Assert.DoesNotContain(hidden, report.ToJsonString(), StringComparison.Ordinal);
    }

    private static string State(JsonNode report, string code) => (string)report["standard_access"]!["steps"]!.AsArray()
        .Single(step => (string)step!["code"]! == code)!["state"]!;
}
