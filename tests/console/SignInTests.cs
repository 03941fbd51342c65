using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Tests.Browsing;
using Connector.Tests.Support;
using Microsoft.Playwright;

namespace Connector.Tests;

public sealed partial class SignInTests(ConsoleWorld world) : ConsoleTest(world)
{
    private const string NoLongerGood = "This link is not good any more.";

    [Fact]
    public async Task The_link_of_the_first_start_signs_in_once()
    {
        var data = Directory.CreateTempSubdirectory("connector-console-test-").FullName;
        await using (var sidecar = await SidecarProcess.StartAsync(data, key: null))
        {
            await Eventually.TrueAsync(() => Link().IsMatch(sidecar.Output));
            var link = Link().Match(sidecar.Output).Value;
            var first = await KeepAsync(World.StrangerAsync(sidecar: sidecar));
            await first.GoAsync(link);
            await SignInButton(first).ClickAsync();
            await SeesAsync(first, "Today");

            var second = await KeepAsync(World.StrangerAsync(sidecar: sidecar));
            second.Expects(401);
            await second.GoAsync(link);
            await SignInButton(second).ClickAsync();
            await Assertions.Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(NoLongerGood);
            // Before their sidecar, whose end they would see as an error.
            await first.DisposeAsync();
            await second.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_key_signs_in_and_leads_to_the_page_that_was_asked_for()
    {
        var reader = await StrangerAsync();
        await reader.GoAsync($"/?account={World.Shop.AccountId}");
        await SeesAsync(reader, "Sign in");

        await reader.Page.GetByLabel("API key").FillAsync(SidecarProcess.Key);
        await SignInButton(reader).ClickAsync();

        await SeesAsync(reader, "Today");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex($"account={World.Shop.AccountId}$"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_says_what_to_do()
    {
        var reader = await StrangerAsync();
        reader.Expects(401);

        await reader.SignInAsync("pck_wrong");

        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is no valid key.");
        await Assertions.Expect(reader.Page.GetByLabel("API key")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_revoked_key_is_signed_out_at_once()
    {
        var key = await NewKeyAsync();
        var reader = await StrangerAsync();
        await reader.SignInAsync((string)key["secret"]!);
        await SeesAsync(reader, "Today");
        // This page follows no events: it would ask to sign in by itself, as the next test shows.
        await reader.GoAsync("/app");

        await SidecarApp.SendAsync(World.Sidecar.Client, HttpMethod.Delete, $"/v1/keys/{key["key"]!["id"]}", null);
        await reader.GoAsync("/");

        await SeesAsync(reader, "Sign in");
    }

    [Fact]
    public async Task A_page_that_is_open_asks_to_sign_in_when_its_key_is_revoked()
    {
        var key = await NewKeyAsync();
        var reader = await StrangerAsync();
        reader.Expects(401);
        await reader.SignInAsync((string)key["secret"]!);
        await SeesAsync(reader, "Today");

        await SidecarApp.SendAsync(World.Sidecar.Client, HttpMethod.Delete, $"/v1/keys/{key["key"]!["id"]}", null);

        await Assertions.Expect(reader.Page.GetByLabel("API key")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(reader.Page.GetByText("Lamp & Linen")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_signs_out_must_sign_in_again()
    {
        var reader = await StrangerAsync();
        await reader.SignInAsync(SidecarProcess.Key);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SeesAsync(reader, "Sign in");

        await reader.GoAsync("/");

        await SeesAsync(reader, "Sign in");
    }

    [Fact]
    public async Task Two_browsers_with_keys_of_two_workspaces_see_their_own()
    {
        var (code, output) = await SidecarProcess.RunAsync(
            World.DataDirectory, "keys", "create", "theirs", "--workspace", "theirs", "--scopes", "admin");
        Assert.Equal(0, code);
        var theirs = await StrangerAsync();
        var owner = await OwnerAsync();

        await theirs.SignInAsync(Key().Match(output).Value);
        await owner.GoAsync("/");

        await SeesAsync(theirs, "Today");
        await Assertions.Expect(theirs.Page.GetByText("No account is connected.")).ToBeVisibleAsync();
        await Assertions.Expect(theirs.Page.GetByText("Lamp & Linen")).ToHaveCountAsync(0);
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Lamp & Linen" })).ToBeVisibleAsync();
    }

    private async Task<JsonNode> NewKeyAsync() => await SidecarApp.SendAsync(
        World.Sidecar.Client, HttpMethod.Post, "/v1/keys", new { name = "browser", scopes = new[] { "admin" } });

    private static ILocator SignInButton(Reader reader) => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" });

    [GeneratedRegex(@"/sign-in\?link=\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"pck_\S+")]
    private static partial Regex Key();
}
