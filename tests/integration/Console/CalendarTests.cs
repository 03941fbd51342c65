using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>What the calendar shows of an account's week and day.</summary>
public sealed class CalendarTests(QueueWorld world) : IClassFixture<QueueWorld>
{
    [Fact]
    public async Task A_planned_pin_stands_at_the_time_of_the_accounts_zone_at_which_it_is_expected_to_go()
    {
        var account = await world.AccountAsync("zone", "Europe/Berlin");
        await world.PinAsync(account, "2026-11-04T23:30:00Z", ("title", "After midnight"));

        var page = await world.Person.GetAsync($"/calendar?account={account}&date=2026-11-05");

        Assert.Contains("Thu 5 Nov 1 pin 00:30 planned After midnight", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wed 4 Nov Nothing.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_for_an_event_says_which_and_whether_it_is_late()
    {
        var account = await world.AccountAsync("season", "UTC");
        await world.PinAsync(account, "2026-11-04T09:00:00Z", ("title", "Tree"), ("event_date", "2026-12-25"));
        await world.PinAsync(account, "2026-11-04T10:00:00Z", ("title", "Pumpkin"), ("event_date", "2026-10-31"));

        var page = await world.Person.GetAsync($"/calendar?account={account}&date=2026-11-04");

        Assert.Contains("09:00 planned Tree for 25 Dec", page.Text, StringComparison.Ordinal);
        Assert.Contains("10:00 planned Pumpkin late for 31 Oct", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_out_stands_there_too()
    {
        var account = await world.AccountAsync("went out");
        var id = await world.App.PublishAsync(SidecarApp.Pin(("account_id", account), ("title", "Done")));
        await world.App.SettledAsync(id);
        var at = await world.TimeAsync(id, "published_at");

        var page = await world.Person.GetAsync($"/calendar?account={account}&view=day&date={at:yyyy-MM-dd}");

        Assert.Contains($"{at:HH:mm} went out Done", page.Text, StringComparison.Ordinal);
        Assert.Equal([id], page.Pins);
    }

    [Fact]
    public async Task A_day_with_many_says_how_many_and_leads_to_them_in_the_queue()
    {
        var account = await world.AccountAsync("many");
        var ids = new List<string>();
        for (var minute = 0; minute < 12; minute++) ids.Add(await world.PinAsync(account, $"2026-11-04T09:{minute:00}:00Z"));
        await world.PinAsync(account, "2026-11-05T09:00:00Z");

        var page = await world.Person.GetAsync($"/calendar?account={account}&date=2026-11-04");
        var rest = await world.Person.GetAsync(page.Link("4 more are planned")!);

        Assert.Contains("Wed 4 Nov 12 pins", page.Text, StringComparison.Ordinal);
        Assert.Equal(ids[..8], page.Pins.Take(8));
        Assert.Equal(ids, rest.Pins);
    }

    [Fact]
    public async Task One_goes_to_the_week_before_the_next_and_today()
    {
        var account = await world.AccountAsync("steps");

        var page = await world.Person.GetAsync($"/calendar?account={account}&date=2026-12-30");
        var next = await world.Person.GetAsync(page.Link("Next week")!);
        var before = await world.Person.GetAsync(page.Link("Week before")!);
        var day = await world.Person.GetAsync(page.Link("Thu 31 Dec")!);
        var tomorrow = await world.Person.GetAsync(day.Link("Next day")!);

        Assert.Contains("Mon 4 Jan", next.Text, StringComparison.Ordinal);
        Assert.Contains("Mon 21 Dec", before.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday, 31 December 2026", day.Text, StringComparison.Ordinal);
        Assert.Contains("Friday, 1 January 2027", tomorrow.Text, StringComparison.Ordinal);
        Assert.Contains("(today)", (await world.Person.GetAsync(page.Link("This week")!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pins_that_nobody_has_approved_are_counted_and_not_planned()
    {
        var account = await world.AccountAsync("unapproved");
        await world.App.SetAsync(account, new { require_approval = true });
        await world.PinAsync(account, "2026-11-04T09:00:00Z", ("title", "Not yet"));

        var page = await world.Person.GetAsync($"/calendar?account={account}&date=2026-11-04");

        Assert.Contains("1 waits for approval", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_limited_to_accounts_sees_the_calendars_of_those_only()
    {
        var (own, foreign) = (await world.AccountAsync("calendar own"), await world.AccountAsync("calendar foreign"));
        var person = await Visitor.WithScopeAsync(world.App, "read", own);

        Assert.Contains("the zone of calendar own", (await person.GetAsync("/calendar")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await person.GetAsync($"/calendar?account={foreign}")).Status);
    }
}
