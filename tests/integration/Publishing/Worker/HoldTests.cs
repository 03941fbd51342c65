using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Worker;

/// <summary>What holds an account or a domain: no pin fails; publishing continues when the cause is gone or somebody resumes.</summary>
public sealed class HoldTests
{
    [Fact]
    public async Task A_blocked_link_holds_the_queued_pins_of_its_domain_and_no_others()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.PostAsync($"/v1/accounts/{account}/hold");
        app.Order("link_blocked");
        var blocked = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://www.spam.example/a")));
        var same = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/b")));
        var other = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://fine.example/c")));
        await app.PostAsync($"/v1/accounts/{account}/resume");

        Assert.Equal("link_blocked", (string?)(await app.SettledAsync(blocked))["error_code"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(other))["status"]);
        var waiting = (await app.GetAsync($"/v1/pins/{same}"))["waiting_for"]!;
        Assert.Equal("link_hold", (string?)waiting["code"]);
        Assert.Contains("spam.example", (string?)waiting["message"], StringComparison.Ordinal);

        var late = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/d")));
        await app.PostAsync($"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await app.SettledAsync(same))["status"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(late))["status"]);
    }

    [Fact]
    public async Task An_outage_holds_the_account_until_pins_that_are_tried_one_at_a_time_are_published()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.UnhurryAsync(account);
        app.Order("server_error", times: 11);
        var ids = new List<string>();
        for (var number = 0; number < 4; number++)
            foreach (var board in new[] { "Home decor", "Recipes", "Travel ideas" })
                ids.Add(await app.PublishAsync(SidecarApp.Pin(("board", board), ("title", $"Lamp {number}"))));

        while ((string?)(await app.GetAsync($"/v1/accounts/{account}"))["status"] == "active") await app.StepAsync(account);
        var held = await app.GetAsync($"/v1/accounts/{account}");
        Assert.NotNull(held["held_until"]);
        Assert.Contains("Nothing needs to be done", (string?)held["held_reason"], StringComparison.Ordinal);

        var late = await app.PublishAsync();
        Assert.Equal("published", (string?)(await app.SettledAsync(late))["status"]);
        foreach (var id in ids) Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        Assert.Equal(13, app.PinsOnPinterest());
    }

    [Theory]
    [InlineData("app_not_approved")]
    [InlineData("feature_restricted")]
    [InlineData("scope_missing")]
    [InlineData("trial_access")]
    [InlineData("spam_blocked")]
    public async Task A_refusal_of_the_account_holds_it_and_fails_nothing(string fault)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault);
        var account = await app.FirstAccountAsync();
        var first = await app.PublishAsync();
        var second = await app.PublishAsync();

        while ((string?)(await app.GetAsync($"/v1/accounts/{account}"))["status"] == "active") await app.StepAsync(account);

        var waiting = (await app.GetAsync($"/v1/pins/{second}"))["waiting_for"]!;
        Assert.Equal("account_hold", (string?)waiting["code"]);
        Assert.True(((string?)waiting["message"])!.Length > 30);
        Assert.False((bool)(await app.GetAsync($"/v1/accounts/{account}/rate-meter"))["can_publish_now"]!);

        await app.PostAsync($"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await app.SettledAsync(first))["status"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(second))["status"]);
        Assert.Equal(2, app.PinsOnPinterest());
    }
}
