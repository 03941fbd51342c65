using System.Text.RegularExpressions;
using Connector.Tests.Browsing;
using Connector.Tests.Sample;
using Connector.Tests.Support;
using Microsoft.Playwright;

namespace Connector.Tests;

/// <summary>What somebody does who has never used curl, from the first account to the first figures.</summary>
[Collection(Shop.Changing)]
public sealed class WalkTests(ConsoleWorld world) : ConsoleTest(world)
{
    private static readonly string Picture = Repository.Path("examples/images/arc-floor-lamp.jpg");

    [Fact]
    public async Task An_account_is_connected_and_a_pin_of_it_is_written_approved_and_published()
    {
        var reader = await OwnerAsync();
        var page = reader.Page;

        await ConnectAsync(reader, "walker");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();
        await page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link, new() { NameRegex = new("walker", RegexOptions.IgnoreCase) })
            .ClickAsync();
        var account = new Uri(page.Url).Segments[^1];
        await page.GetByLabel("Each new pin waits until somebody approves it").CheckAsync();
        await Press(page, "See what it would do");
        await Press(page, "Save");

        await reader.GoAsync($"/pins/new?account={account}");
        await page.GetByLabel("Picture from this machine").SetInputFilesAsync(Picture);
        await Assertions.Expect(page.GetByLabel("Use the uploaded file")).ToBeCheckedAsync();
        await page.GetByLabel("Board").SelectOptionAsync(new SelectOptionValue { Label = "Home decor" });
        await page.GetByLabel("Title").FillAsync("A lamp of the walk");
        await Press(page, "Publish this pin");
        await SeesAsync(reader, "A lamp of the walk");
        var pin = new Uri(page.Url).Segments[^1];

        await reader.GoAsync($"/approve?account={account}");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.GetByText("No pin waits for approval.")).ToBeVisibleAsync();

        await reader.GoAsync($"/pins/{pin}");
        await Assertions.Expect(page.GetByText("published", new() { Exact = true }).First)
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await reader.GoAsync($"/insights?account={account}");
        await SeesAsync(reader, "Insights");
    }

    [Fact]
    public async Task The_account_of_the_apps_owner_is_connected_without_a_browser_after_its_limits_were_read()
    {
        var reader = await OwnerAsync();
        var page = reader.Page;
        await reader.GoAsync("/accounts/connect");
        await page.GetByText("Without a browser").ClickAsync();
        await Assertions.Expect(page.GetByText("account metrics")).ToBeVisibleAsync();
        foreach (var look in Look.Judged)
        {
            await reader.LookAsync(look);
            await reader.IsGoodAsync($"the open form, {look}", look);
        }

        await page.GetByLabel("Where the owner's account is").SelectOptionAsync("simulator");
        await Press(page, "Connect the owner's account");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is connected");
        await Assertions.Expect(page.Locator("#account")).ToContainTextAsync("videos, delete boards, change sections, account metrics");
    }

    private static async Task ConnectAsync(Reader reader, string user)
    {
        await BeginAsync(reader);
        await reader.Page.GetByLabel("Pinterest user").FillAsync(user);
        await Press(reader.Page, "Allow");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Connected");
    }

    private static async Task BeginAsync(Reader reader)
    {
        await reader.GoAsync("/accounts/connect");
        await reader.Page.GetByLabel("Where", new() { Exact = true }).SelectOptionAsync("simulator");
        await Press(reader.Page, "Make the link");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
