using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>One pin in the browser: what is shown of it, and what is done with it.</summary>
public sealed class PinPageTests(PinWorld world) : IClassFixture<PinWorld>
{
    [Fact]
    public async Task A_waiting_pin_is_shown_with_why_it_waits_and_can_be_canceled()
    {
        var pin = await world.WaitingAsync(("title", "A lamp to cancel"));

        var page = await world.Person.GetAsync($"/pins/{pin}");
        var after = await world.Person.SubmitAsync($"/pins/{pin}", "cancel");

        Assert.Contains("Home decor", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cancel this pin", page.Text, StringComparison.Ordinal);
        Assert.Contains("The pin is canceled.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cancel this pin", after.Text, StringComparison.Ordinal);
        Assert.Equal("canceled", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task Where_a_page_has_a_button_or_a_link_it_names_no_call_of_the_API()
    {
        var awaiting = await world.AwaitingAsync();
        var waiting = await world.WaitingAsync();
        await world.App.PostAsync($"/v1/accounts/{world.Account}/hold", new { reason = "Stock is counted." });
        List<Seen> held = [];
        var account = world.Account;
        foreach (var address in (string[])["/", "/queue", $"/calendar?account={account}", $"/accounts/{account}", $"/pins/{waiting}"])
            held.Add(await world.Person.GetAsync(address));
        await world.App.PostAsync($"/v1/accounts/{world.Account}/resume");
        var page = await world.Person.GetAsync($"/pins/{awaiting}");

        const string Reason = "Stock is counted. (Held by the user until the account is resumed.)";
        Assert.All(held, seen => Assert.Contains(Reason, seen.Text, StringComparison.Ordinal));
        Assert.Equal($"/accounts/{world.Account}", held[^1].Link("Open its account"));
        Assert.Contains("It waits until somebody approves it.", page.Text, StringComparison.Ordinal);
        Assert.All([.. held, page], PinWorld.NamesNoCall);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_said_and_shown()
    {
        var pin = await world.WaitingAsync();
        await world.App.PostAsync($"/v1/pins/{pin}/cancel");

        foreach (var form in new[] { "cancel", "retry", "absent", "approve", "reject" })
        {
            var late = await world.Person.SubmitAsync($"/pins/{pin}", form, ("seen", "2026-01-01T00:00:00Z"));
            Assert.Equal((form, 409), (form, late.Status));
            Assert.Contains($"Pin {pin} is canceled", late.Text, StringComparison.Ordinal);
        }

        var edited = await world.Person.SubmitAsync($"/pins/{pin}/edit", "edit", ("title", "Too late"));
        Assert.Equal(409, edited.Status);
        Assert.Contains("only a pin that waits can be edited", edited.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_pin_says_why_and_is_tried_again()
    {
        var pin = await world.EndedAsync("link_blocked", "failed");
        var page = await world.Person.GetAsync($"/pins/{pin}");

        var after = await world.Person.SubmitAsync($"/pins/{pin}", "retry");

        Assert.Contains("link_blocked", page.Text, StringComparison.Ordinal);
        Assert.Contains("Attempt 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("The pin is queued again.", after.Text, StringComparison.Ordinal);
        Assert.NotEqual("failed", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task A_published_pin_is_deleted_here_and_on_Pinterest()
    {
        var pin = await world.EndedAsync(null, "published");

        var page = await world.Person.GetAsync($"/pins/{pin}");
        var after = await world.Person.SubmitAsync($"/pins/{pin}", "delete", ("delete_from_pinterest", "true"));

        Assert.Contains("Pinterest created the pin.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Event pin.published", page.Text, StringComparison.Ordinal);
        Assert.Contains("The pin is forgotten.", after.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await world.Person.GetAsync($"/pins/{pin}")).Status);
        Assert.True(await world.App.CountAsync("delete_pin") > 0);
    }

    [Fact]
    public async Task An_approval_of_what_was_not_seen_is_refused()
    {
        var pin = await world.AwaitingAsync(("title", "Seen"));
        var seen = PinWorld.HiddenOf((await world.Person.GetAsync($"/pins/{pin}")).Html, "seen");
        world.App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await SidecarApp.SendAsync(world.App.Admin, HttpMethod.Patch, $"/v1/pins/{pin}", new { title = "Not seen" });

        var late = await world.Person.SubmitAsync($"/pins/{pin}", "approve", ("seen", seen));
        Assert.Equal("awaiting_approval", await world.FieldAsync(pin, "status"));
        var now = await world.SendSeenAsync($"/pins/{pin}", "approve");

        Assert.Equal(409, late.Status);
        Assert.Contains("was changed at", late.Text, StringComparison.Ordinal);
        Assert.Contains("Not seen", late.Text, StringComparison.Ordinal);
        Assert.Contains("The pin is approved.", now.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task A_decision_that_does_not_say_what_was_seen_is_refused(string act)
    {
        var pin = await world.AwaitingAsync();

        var ofPin = await world.Person.SubmitAsync($"/pins/{pin}", act, ("seen", ""));
        var ofList = await world.Person.SubmitAsync("/approve", "one", ("id", pin), ("seen", ""), ("act", act));

        Assert.Equal((400, 400), (ofPin.Status, ofList.Status));
        Assert.Equal("awaiting_approval", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason()
    {
        var pin = await world.AwaitingAsync();

        var after = await world.SendSeenAsync($"/pins/{pin}", "reject", ("reason", "The picture is dark."));

        Assert.Contains("The picture is dark.", after.Text, StringComparison.Ordinal);
        Assert.Equal("canceled", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task A_key_that_only_publishes_neither_sees_nor_sends_an_approval()
    {
        var pin = await world.AwaitingAsync();
        var author = await Visitor.WithScopeAsync(world.App, "publish");

        var page = await author.GetAsync($"/pins/{pin}");
        var sent = await author.SubmitAsync($"/pins/{pin}", "approve", ("seen", PinWorld.HiddenOf(page.Html, "seen")));
        var approvals = await author.GetAsync("/approve");

        Assert.DoesNotContain("Approve</button>", page.Html, StringComparison.Ordinal);
        Assert.Equal(403, sent.Status);
        Assert.Equal(403, approvals.Status);
        Assert.Equal("awaiting_approval", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task A_key_of_other_accounts_finds_no_pin()
    {
        var other = await world.App.SimulatorAccountAsync("other");
        var pin = await world.WaitingAsync();
        var stranger = await Visitor.WithScopeAsync(world.App, "admin", other);

        Assert.Equal(404, (await stranger.GetAsync($"/pins/{pin}")).Status);
        Assert.Equal(404, (await stranger.GetAsync($"/pins/{pin}/edit")).Status);
        Assert.DoesNotContain(pin, (await stranger.GetAsync("/approve?view=list")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_a_pin_and_no_button()
    {
        var pin = await world.WaitingAsync();
        var reader = await Visitor.WithScopeAsync(world.App, "read");

        var page = await reader.GetAsync($"/pins/{pin}");

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("Cancel this pin", page.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await reader.GetAsync($"/pins/{pin}/edit")).Status);
        Assert.Equal(403, (await reader.GetAsync("/pins/new")).Status);
    }

    [Fact]
    public async Task Texts_of_a_pin_stay_texts()
    {
        var pin = await world.AwaitingAsync(
            ("title", PinWorld.Attack), ("description", PinWorld.Attack), ("alt_text", $"\"{PinWorld.Attack}"),
            ("chosen_by", PinWorld.Attack), ("metadata", new System.Text.Json.Nodes.JsonObject { [PinWorld.Attack] = PinWorld.Attack }));
        string[] pages = [$"/pins/{pin}", $"/pins/{pin}/edit", $"/approve?at={pin}", $"/approve?view=list&at={pin}"];

        foreach (var path in pages) PinWorld.IsHarmless(await world.Person.GetAsync(path));
    }
}
