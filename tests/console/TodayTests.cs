using Connector.Tests.Sample;
using Microsoft.Playwright;

namespace Connector.Tests;

[Collection(Shop.Changing)]
public sealed class TodayTests(ConsoleWorld world) : ConsoleTest(world)
{
    [Fact]
    public async Task It_says_what_needs_its_reader()
    {
        var reader = await OwnerAsync();

        await reader.GoAsync("/");

        var needs = reader.Page.GetByRole(AriaRole.Region, new() { Name = "What needs you" });
        await Assertions.Expect(needs.GetByRole(AriaRole.Link, new() { Name = "1 pin failed" })).ToBeVisibleAsync();
        await Assertions.Expect(needs.GetByRole(AriaRole.Link, new() { Name = "1 pin is unconfirmed" })).ToBeVisibleAsync();
        await Assertions.Expect(needs.GetByRole(AriaRole.Link, new() { Name = "Slow Mornings is held" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pin_that_is_made_while_it_is_open_appears_without_a_reload_and_as_text()
    {
        const string title = "<img src=x onerror=alert(1)> A lamp that nobody waited for";
        var reader = await OwnerAsync();
        await reader.GoAsync("/");
        await reader.Page.EvaluateAsync("window.isSamePage = true");

        var pin = await World.Shop.PinAsync(0, ("title", title), ("account_id", World.Shop.HeldAccountId), ("priority", 10));

        var link = reader.Page.GetByRole(AriaRole.Link, new() { Name = title });
        await Assertions.Expect(link).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await World.Shop.CancelAsync(pin);
        await Assertions.Expect(link).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.isSamePage"));
    }

    [Fact]
    public async Task The_keys_j_and_k_go_through_the_rows_and_a_question_mark_shows_all_keys()
    {
        var reader = await OwnerAsync();
        await reader.GoAsync("/");
        var links = reader.Page.Locator("[data-row] a");

        await reader.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.Nth(0)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(links.Nth(0)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("?");

        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("next row");
    }

    [Fact]
    public async Task Times_are_in_the_readers_zone_with_the_accounts_where_it_differs()
    {
        var reader = await OwnerAsync();

        await reader.GoAsync($"/?account={World.Shop.AccountId}");
        await Assertions.Expect(reader.Page.Locator("time").First).Not.ToContainTextAsync("UTC");
        await Assertions.Expect(reader.Page.Locator("time small")).ToHaveCountAsync(0);

        await reader.GoAsync($"/?account={World.Shop.HeldAccountId}");
        await Assertions.Expect(reader.Page.Locator("time small").First).ToContainTextAsync("America/New_York");
    }
}
