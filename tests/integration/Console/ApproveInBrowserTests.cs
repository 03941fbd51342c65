using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Pins that wait for approval, in the browser.</summary>
public sealed class ApproveInBrowserTests : IAsyncLifetime
{
    private readonly PinWorld _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Nothing_that_waits_says_how_approval_is_switched_on()
    {
        var page = await _world.Person.GetAsync("/approve");

        Assert.Contains("No pin waits for approval.", page.Text, StringComparison.Ordinal);
        Assert.Contains("require_approval", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_after_another_is_approved_or_rejected()
    {
        var first = await _world.AwaitingAsync(("title", "The first"));
        var second = await _world.AwaitingAsync(("title", "The second"));
        var today = await _world.Person.GetAsync("/");

        var next = await DecideAsync("one", "approve", first);
        var end = await DecideAsync("no", "reject", second, ("reason", "Not now"));

        Assert.Contains("2 pins wait for approval", today.Text, StringComparison.Ordinal);
        Assert.Contains("The second", next.Text, StringComparison.Ordinal);
        Assert.Contains("No pin waits for approval.", end.Text, StringComparison.Ordinal);
        Assert.NotEqual("awaiting_approval", await _world.FieldAsync(first, "status"));
        Assert.Equal("canceled", await _world.FieldAsync(second, "status"));
        Assert.Contains("Not now", await _world.FieldAsync(second, "error_message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_that_somebody_else_approved_meanwhile_is_said()
    {
        var pin = await _world.AwaitingAsync();
        var seen = PinWorld.HiddenOf((await _world.Person.GetAsync("/approve")).Html, "seen");
        await _world.App.PostAsync($"/v1/pins/{pin}/approve", new { approved_by = "Mina" });

        var late = await _world.Person.SubmitAsync("/approve", "no", ("id", pin), ("seen", seen), ("act", "reject"));

        Assert.Equal(409, late.Status);
        Assert.Contains("by Mina", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_and_the_one_before_are_a_link_away()
    {
        var first = await _world.AwaitingAsync(("title", "The first"));
        var second = await _world.AwaitingAsync(("title", "The second"));

        var page = await _world.Person.GetAsync("/approve");
        var next = await _world.Person.GetAsync(page.Link("Next pin")!);
        var back = await _world.Person.GetAsync(next.Link("Pin before")!);

        Assert.Equal((first, second, first), (IdOf(page), IdOf(next), IdOf(back)));
    }

    [Fact]
    public async Task Of_a_list_only_what_was_chosen_as_it_was_seen_is_approved()
    {
        var chosen = await _world.AwaitingAsync(("title", "Chosen"));
        var other = await _world.AwaitingAsync(("title", "Not chosen"));
        var changed = await _world.AwaitingAsync(("title", "Changed later"));
        var page = await _world.Person.GetAsync("/approve?view=list");
        _world.App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/pins/{changed}", new { title = "Another" });

        var answer = await _world.Person.SubmitAsync(
            "/approve?view=list", "chosen", ("ids", BoxOf(page, chosen)), ("ids", BoxOf(page, changed)), ("act", "approve"));

        Assert.Contains("1 of 2 pins are approved.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("was changed at", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual("awaiting_approval", await _world.FieldAsync(chosen, "status"));
        Assert.Equal("awaiting_approval", await _world.FieldAsync(other, "status"));
        Assert.Equal("awaiting_approval", await _world.FieldAsync(changed, "status"));
    }

    [Fact]
    public async Task Somebody_who_approves_and_does_not_publish_may_do_just_that()
    {
        var pin = await _world.AwaitingAsync();
        var made = await _world.App.PostAsync("/v1/keys", new { name = "editor", scopes = new[] { "read", "approve" } });
        var editor = await Visitor.WithKeyAsync(_world.App, (string)made["secret"]!);
        var page = await editor.GetAsync("/approve");

        await editor.SubmitAsync("/approve", "one", ("id", pin), ("seen", PinWorld.HiddenOf(page.Html, "seen")), ("act", "approve"));

        Assert.Equal("editor", await _world.FieldAsync(pin, "approved_by"));
        Assert.Equal(403, (await editor.GetAsync($"/pins/{pin}/edit")).Status);
    }

    private async Task<Seen> DecideAsync(string form, string act, string pin, params (string Name, string Value)[] fields)
    {
        var page = await _world.Person.GetAsync("/approve");
        Assert.Equal(pin, IdOf(page));
        return await _world.Person.SubmitAsync(
            "/approve", form, [("id", pin), ("seen", PinWorld.HiddenOf(page.Html, "seen")), ("act", act), .. fields]);
    }

    private static string IdOf(Seen page) => PinWorld.HiddenOf(page.Html, "id");

    private static string BoxOf(Seen page, string pin) =>
        System.Text.RegularExpressions.Regex.Match(page.Html, $"value=\"({pin} [^\"]*)\"").Groups[1].Value;
}
