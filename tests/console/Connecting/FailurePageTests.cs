using Connector.Tests.Browsing;
using Microsoft.Playwright;

namespace Connector.Tests.Connecting;

/// <summary>Every page on which connecting ends badly, in one browser.</summary>
public sealed class FailurePageTests(ConsoleWorld console, FailureWorld world) : ConsoleTest(console), IClassFixture<FailureWorld>
{
    public static TheoryData<string> Cases => [.. Failures.All.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task It_says_what_happened_and_leads_on(string because)
    {
        var (reader, failure) = (world.Reader, Failures.All[because]);
        reader.Expects(failure.Status);

        await failure.Reach(world);

        await SeesAsync(reader, failure.Title);
        await Assertions.Expect(world.Page.Locator(".code code")).ToHaveTextAsync(failure.Code);
        await Assertions.Expect(world.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(failure.Next);
        await Assertions.Expect(world.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(failure.Fact);
        foreach (var look in Look.Judged)
        {
            await reader.LookAsync(look);
            await reader.IsGoodAsync($"{because}, {look}", look);
        }

        // At the width of a phone, which was the last look.
        if (failure.LeadsOn is { } on) await LeadsToAsync(on, failure.LeadsTo);
        Assert.Empty(reader.Wrong);
    }

    [Fact]
    public async Task Who_denied_by_mistake_tries_again_and_is_connected()
    {
        var reader = world.Reader;
        reader.Expects(403);
        await reader.GoAsync("/accounts/connect");
        await world.Page.GetByLabel("Where", new() { Exact = true }).SelectOptionAsync("simulator");
        await world.PressAsync("Make the link");
        await world.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();

        await world.PressAsync("Deny");
        await LeadsToAsync("Try again", "Rehearsal: allow access?");
        await world.PressAsync("Allow");

        await SeesAsync(reader, "Connected: simulator");
        await LeadsToAsync("Back", "With tokens in hand");
    }

    [Fact]
    public async Task The_browser_that_opened_a_link_goes_on_when_a_second_one_was_refused()
    {
        var (first, second) = (world.Reader, await KeepAsync(world.SecondAsync()));
        second.Expects(403);
        var link = await world.LinkAsync();
        await first.GoAsync(link);

        await second.GoAsync(link);
        await SeesAsync(second, "This belongs to another browser");
        await second.GoAsync(world.Page.Url);
        await SeesAsync(second, "This belongs to another browser");
        await world.PressAsync("Allow");

        await SeesAsync(first, "Connected: simulator");
    }

    private async Task LeadsToAsync(string link, string shows)
    {
        await world.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Assertions.Expect(world.Page.Locator("body")).ToContainTextAsync(shows);
    }
}
