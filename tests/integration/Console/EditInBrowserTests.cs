using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A waiting pin that is changed in the browser.</summary>
public sealed class EditInBrowserTests(PinWorld world) : IClassFixture<PinWorld>
{
    [Fact]
    public async Task Only_what_was_touched_changes()
    {
        var pin = await world.WaitingAsync(("title", "Before"), ("description", "Stays"), ("link_url", "https://example.com/gone"));

        var after = await EditAsync(pin, ("title", "After"), ("link_url", ""));

        Assert.Contains("The pin is changed.", after.Text, StringComparison.Ordinal);
        Assert.Equal("After", await world.FieldAsync(pin, "title"));
        Assert.Equal("Stays", await world.FieldAsync(pin, "description"));
        Assert.Null(await world.FieldAsync(pin, "link_url"));
        Assert.Equal("scheduled", await world.FieldAsync(pin, "status"));
    }

    [Fact]
    public async Task The_day_of_its_event_is_changed_and_taken_away()
    {
        var pin = await world.WaitingAsync(("event_date", "2027-02-14"));

        await EditAsync(pin, ("event_date", "2027-05-09"), ("lead_days", "60"));
        var changed = (await world.App.GetAsync($"/v1/pins/{pin}"))["season"]!;
        var after = await EditAsync(pin, ("event_date", ""));

        Assert.Equal(("2027-05-09", 60), ((string?)changed["event_date"], (int)changed["lead_days"]!));
        Assert.Contains("The pin is changed.", after.Text, StringComparison.Ordinal);
        Assert.Null((await world.App.GetAsync($"/v1/pins/{pin}"))["season"]);
    }

    [Fact]
    public async Task What_is_refused_stays_typed()
    {
        var pin = await world.WaitingAsync();

        var refused = await EditAsync(pin, ("title", new string('y', 101)));

        Assert.Equal(400, refused.Status);
        Assert.Contains(new string('y', 101), refused.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"title-error\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_not_written_over_unseen()
    {
        var pin = await world.WaitingAsync(("title", "Before"));
        var seen = PinWorld.HiddenOf((await world.Person.GetAsync($"/pins/{pin}/edit")).Html, "seen");
        world.App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await SidecarApp.SendAsync(world.App.Admin, HttpMethod.Patch, $"/v1/pins/{pin}", new { title = "Theirs" });

        var late = await world.Person.SubmitAsync($"/pins/{pin}/edit", "edit", ("seen", seen), ("title", "Mine"));

        Assert.Equal(409, late.Status);
        Assert.Contains("was changed at", late.Text, StringComparison.Ordinal);
        Assert.Equal("Theirs", await world.FieldAsync(pin, "title"));
    }

    [Fact]
    public async Task A_pin_that_has_ended_cannot_be_edited()
    {
        var pin = await world.WaitingAsync();
        await world.App.PostAsync($"/v1/pins/{pin}/cancel");

        var page = await world.Person.GetAsync($"/pins/{pin}/edit");

        Assert.Contains("Only a pin that waits can be edited.", page.Text, StringComparison.Ordinal);
    }

    private Task<Seen> EditAsync(string pin, params (string Name, string Value)[] fields) =>
        world.SendSeenAsync($"/pins/{pin}/edit", "edit", fields);
}
