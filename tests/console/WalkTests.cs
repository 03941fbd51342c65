using System.Text.RegularExpressions;
using Connector.Tests.Browsing;
using Connector.Tests.Support;
using Microsoft.Playwright;

namespace Connector.Tests;

/// <summary>What somebody does who has never used curl, from the first account to the first figures.</summary>
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
    public async Task A_consent_that_is_denied_says_so_and_what_to_do()
    {
        var reader = await OwnerAsync();
        reader.Expects(403);
        reader.Expects(400);

        await BeginAsync(reader);
        await Press(reader.Page, "Deny");

        await Assertions.Expect(reader.Page.GetByText("consent_denied")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_that_another_browser_opened_is_refused()
    {
        var reader = await OwnerAsync();
        await reader.GoAsync("/accounts/connect");
        await reader.Page.GetByLabel("Where").SelectOptionAsync("simulator");
        await Press(reader.Page, "Make the link");
        var next = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" });
        var link = await next.GetAttributeAsync("href");
        await next.ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" })).ToBeVisibleAsync();

        var other = await StrangerAsync();
        foreach (var status in new[] { 400, 403, 409, 410 }) other.Expects(status);
        await other.GoAsync(link!);

        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" })).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
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
        await reader.Page.GetByLabel("Where").SelectOptionAsync("simulator");
        await Press(reader.Page, "Make the link");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
