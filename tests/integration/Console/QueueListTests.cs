using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Which pins the page of the queue shows, and in which order.</summary>
public sealed class QueueListTests(QueueWorld world) : IClassFixture<QueueWorld>
{
    private Visitor Person => world.Person;

    [Fact]
    public async Task Pins_are_listed_in_the_order_in_which_they_go_with_board_account_reason_and_time()
    {
        var account = await world.AccountAsync("order");
        var late = await world.PinAsync(account, "2026-11-05T09:00:00Z", ("title", "Late"));
        var early = await world.PinAsync(account, "2026-11-04T09:00:00Z", ("title", "Early"));

        var page = await Person.GetAsync($"/queue?account={account}");

        Assert.Equal([early, late], page.Pins);
        Assert.Contains(
            "Early Home decor · order Its time has not come. scheduled 4 Nov 2026 09:00 UTC", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pins_of_several_accounts_are_in_one_order()
    {
        var (one, other) = (await world.AccountAsync("mixed one"), await world.AccountAsync("mixed other"));
        var second = await world.PinAsync(one, "2026-11-05T09:00:00Z");
        var first = await world.PinAsync(other, "2026-11-04T09:00:00Z");
        var third = await world.PinAsync(other, "2026-11-06T09:00:00Z");
        var person = await Visitor.WithScopeAsync(world.App, "read", one, other);

        Assert.Equal([first, second, third], (await person.GetAsync("/queue")).Pins);
    }

    [Fact]
    public async Task A_pin_that_goes_late_by_a_rule_stands_where_it_will_go()
    {
        var account = await world.AccountAsync("by rule");
        await world.App.SetAsync(account, new { pins_per_board_per_week = 1 });
        var first = await world.PinAsync(account, "2026-11-04T09:00:00Z");
        var delayed = await world.PinAsync(account, "2026-11-04T10:00:00Z");
        var free = await world.PinAsync(account, "2026-11-05T09:00:00Z", ("board", "Recipes"));

        Assert.Equal([first, free, delayed], (await Person.GetAsync($"/queue?account={account}")).Pins);
    }

    [Fact]
    public async Task Pins_of_a_held_account_are_listed_with_why_they_wait()
    {
        var account = await world.AccountAsync("held");
        var late = await world.PinAsync(account, "2026-11-05T09:00:00Z");
        var early = await world.PinAsync(account, "2026-11-04T09:00:00Z");
        await world.App.PostAsync($"/v1/accounts/{account}/hold");

        var page = await Person.GetAsync($"/queue?account={account}");

        Assert.Equal([early, late], page.Pins);
        Assert.Contains("not known yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_status_has_a_list_of_its_own()
    {
        var account = await world.AccountAsync("status");
        var canceled = await world.PinAsync(account, "2026-11-04T09:00:00Z");
        await world.App.PostAsync($"/v1/pins/{canceled}/cancel");
        var scheduled = await world.PinAsync(account, "2026-11-04T09:00:00Z");
        var published = await world.App.PublishAsync(SidecarApp.Pin(("account_id", account)));
        await world.App.SettledAsync(published);
        await world.App.SetAsync(account, new { require_approval = true });
        var awaiting = await world.App.PublishAsync(SidecarApp.Pin(("account_id", account)));

        await ListedAsync("", scheduled, awaiting);
        await ListedAsync("&status=scheduled", scheduled);
        await ListedAsync("&status=awaiting_approval", awaiting);
        await ListedAsync("&status=canceled", canceled);
        await ListedAsync("&status=published", published);
        await ListedAsync("&status=failed");
        await ListedAsync("&status=unconfirmed");
        await ListedAsync("&status=queued");
        await ListedAsync("&status=publishing");

        async Task ListedAsync(string query, params string[] pins) =>
            Assert.Equal(pins, (await Person.GetAsync($"/queue?account={account}{query}")).Pins);
    }

    [Theory]
    [InlineData("lamp", "title")]
    [InlineData("LAMP", "title")]
    [InlineData("shop.example", "link")]
    [InlineData("küche", "metadata")]
    [InlineData("a-7", "metadata")]
    [InlineData("100%", "percent")]
    [InlineData("100_", "")]
    [InlineData("nowhere", "")]
    public async Task A_text_is_looked_for_in_title_link_and_metadata(string text, string found)
    {
        var account = await world.AccountAsync($"text {text}");
        await world.PinAsync(account, "2026-11-04T09:00:00Z", ("title", "Arc Lamp"), ("description", "nowhere"));
        await world.PinAsync(account, "2026-11-04T10:00:00Z", ("title", "link"), ("link_url", "https://shop.example/x"));
        await world.PinAsync(
            account, "2026-11-04T11:00:00Z", ("title", "metadata"), ("metadata", new System.Text.Json.Nodes.JsonObject
            {
                ["room"] = "küche",
                ["sku"] = "A-7",
            }));
        await world.PinAsync(account, "2026-11-04T12:00:00Z", ("title", "percent 100%"));

        var page = await Person.GetAsync($"/queue?account={account}&q={Uri.EscapeDataString(text)}");

        Assert.Equal(found.Length == 0 ? 0 : 1, page.Pins.Count);
        if (found.Length > 0) Assert.Contains(found == "title" ? "Arc Lamp" : found, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_chosen_by_its_name_or_its_id()
    {
        var account = await world.AccountAsync("boards");
        await world.PinAsync(account, "2026-11-04T09:00:00Z");
        var recipe = await world.PinAsync(account, "2026-11-04T10:00:00Z", ("board", "Recipes"));
        var id = await world.FieldAsync(recipe, "board_id");

        Assert.Equal([recipe], (await Person.GetAsync($"/queue?account={account}&board=recipes")).Pins);
        Assert.Equal([recipe], (await Person.GetAsync($"/queue?account={account}&board={id}")).Pins);
        Assert.Empty((await Person.GetAsync($"/queue?account={account}&board=Unknown")).Pins);
    }

    [Fact]
    public async Task A_key_limited_to_accounts_sees_the_pins_of_those_only()
    {
        var (own, foreign) = (await world.AccountAsync("own"), await world.AccountAsync("foreign"));
        var mine = await world.PinAsync(own, "2026-11-04T09:00:00Z");
        var other = await world.PinAsync(foreign, "2026-11-04T09:00:00Z");
        await world.App.PostAsync($"/v1/pins/{other}/cancel");
        var person = await Visitor.WithScopeAsync(world.App, "read", own);

        Assert.Equal([mine], (await person.GetAsync("/queue")).Pins);
        Assert.Empty((await person.GetAsync("/queue?status=canceled")).Pins);
        Assert.Equal(404, (await person.GetAsync($"/queue?account={foreign}")).Status);
    }

    [Fact]
    public async Task The_pager_shows_each_pin_once()
    {
        var account = await world.AccountAsync("pager");
        var ids = new List<string>();
        for (var minute = 0; minute < 60; minute++) ids.Add(await world.PinAsync(account, $"2026-11-04T09:{minute:00}:00Z"));

        var first = await Person.GetAsync($"/queue?account={account}");
        var second = await Person.GetAsync(first.Link("Next page")!);

        Assert.Equal(ids[..50], first.Pins);
        Assert.Equal(ids[50..], second.Pins);
        Assert.Null(second.Link("Next page"));
        Assert.Equal(400, (await Person.GetAsync("/queue?cursor=nonsense")).Status);
    }
}
