using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>What is done to many pins at once in the queue.</summary>
public sealed class QueueActionTests(QueueWorld world) : IClassFixture<QueueWorld>
{
    private const string Soon = "2026-11-04T09:00:00Z";

    private Visitor Person => world.Person;

    [Fact]
    public async Task Chosen_pins_are_canceled_and_it_is_said_how_many()
    {
        var account = await world.AccountAsync("cancel");
        var (one, two, kept) = (
            await world.PinAsync(account, Soon), await world.PinAsync(account, Soon), await world.PinAsync(account, Soon));

        var page = await DoAsync(Person, account, "cancel", [one, two]);

        Assert.Contains("2 pins canceled.", page.Text, StringComparison.Ordinal);
        Assert.Equal([kept], page.Pins);
        Assert.Equal("canceled", await world.FieldAsync(one, "status"));
        Assert.Equal("canceled", await world.FieldAsync(two, "status"));
    }

    [Fact]
    public async Task Of_a_pin_that_could_not_be_changed_it_is_said_which_and_why()
    {
        var account = await world.AccountAsync("partly");
        var waits = await world.PinAsync(account, Soon);
        var ended = await world.PinAsync(account, Soon, ("title", "Gone"));
        await world.App.PostAsync($"/v1/pins/{ended}/cancel");

        var page = await DoAsync(Person, account, "cancel", [waits, ended, "pin_unknown"]);

        Assert.Contains("1 pin canceled. 2 were not:", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Gone : Pin {ended} is canceled; only a pin that waits can be canceled.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No pin has the id pin_unknown.", page.Text, StringComparison.Ordinal);
        Assert.Equal("canceled", await world.FieldAsync(waits, "status"));
    }

    [Fact]
    public async Task A_failed_pin_is_tried_again()
    {
        var account = await world.AccountAsync("retry");
        await world.App.FaultAsync("link_blocked", account: "retry");
        var id = await world.App.PublishAsync(SidecarApp.Pin(("account_id", account)));
        Assert.Equal("failed", (string?)(await world.App.SettledAsync(id))["status"]);
        Assert.Equal([id], (await Person.GetAsync($"/queue?account={account}&status=failed")).Pins);

        var page = await DoAsync(Person, $"{account}&status=failed", "retry", [id]);

        Assert.Contains("1 pin queued again.", page.Text, StringComparison.Ordinal);
        Assert.Equal("published", (string?)(await world.App.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task A_key_that_only_reads_changes_nothing()
    {
        var account = await world.AccountAsync("reader");
        var id = await world.PinAsync(account, Soon);
        var reader = await Visitor.WithScopeAsync(world.App, "read", account);

        Assert.DoesNotContain("name=\"act\"", (await reader.GetAsync("/queue")).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await DoAsync(reader, account, "cancel", [id])).Status);
        Assert.Equal("scheduled", await world.FieldAsync(id, "status"));
    }

    [Fact]
    public async Task A_given_time_is_that_of_the_zone_of_each_pins_account()
    {
        var (berlin, york) = (await world.AccountAsync("Berlin", "Europe/Berlin"), await world.AccountAsync("York", "America/New_York"));
        var (one, other) = (await world.PinAsync(berlin, Soon), await world.PinAsync(york, Soon));

        var page = await world.Person.SubmitAsync(
            "/queue", "chosen", ("ids", one), ("ids", other), ("act", "move_to"), ("time", "2026-12-24T18:00"));

        Assert.Contains("2 pins moved in time.", page.Text, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T17:00:00Z"), await world.TimeAsync(one, "publish_at"));
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T23:00:00Z"), await world.TimeAsync(other, "publish_at"));
    }

    [Theory]
    [InlineData("2", "days", "2026-11-06T09:00:00Z")]
    [InlineData("-5", "hours", "2026-11-04T04:00:00Z")]
    public async Task Pins_are_moved_by_days_or_hours(string steps, string unit, string publishAt)
    {
        var account = await world.AccountAsync($"by {steps}");
        var id = await world.PinAsync(account, Soon);

        await DoAsync(Person, account, "move_by", [id], ("steps", steps), ("unit", unit));

        Assert.Equal(DateTimeOffset.Parse(publishAt), await world.TimeAsync(id, "publish_at"));
    }

    [Fact]
    public async Task Pins_are_moved_to_another_board_by_its_name()
    {
        var account = await world.AccountAsync("board");
        var recipe = await world.PinAsync(account, Soon, ("board", "Recipes"));
        var id = await world.PinAsync(account, Soon);

        var page = await DoAsync(Person, account, "board", [id], ("board", "recipes"));
        var wrong = await DoAsync(Person, account, "board", [id], ("board", "No such board"));

        Assert.Contains("1 pin moved to the board.", page.Text, StringComparison.Ordinal);
        Assert.Equal(await world.FieldAsync(recipe, "board_id"), await world.FieldAsync(id, "board_id"));
        Assert.Contains("0 pins moved to the board. 1 was not:", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pins_are_given_a_priority()
    {
        var account = await world.AccountAsync("priority");
        var id = await world.PinAsync(account, Soon);

        await DoAsync(Person, account, "priority", [id], ("priority", "7"));

        Assert.Equal(7, (int)(await world.App.GetAsync($"/v1/pins/{id}"))["priority"]!);
    }

    [Theory]
    [InlineData("priority", "priority", "11")]
    [InlineData("priority", "priority", "")]
    [InlineData("move_to", "time", "soon")]
    [InlineData("move_by", "steps", "0")]
    [InlineData("board", "board", "")]
    [InlineData("", "board", "Recipes")]
    [InlineData("delete", "board", "")]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(string act, string field, string value)
    {
        var account = await world.AccountAsync($"refused {act} {value}");
        var id = await world.PinAsync(account, Soon);
        var before = await world.FieldAsync(id, "updated_at");

        var page = await DoAsync(Person, account, act, [id], (field, value));

        Assert.Equal(400, page.Status);
        Assert.Contains("validation_failed", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.FieldAsync(id, "updated_at"));
        Assert.Equal([id], page.Pins);
    }

    [Fact]
    public async Task None_and_more_than_a_hundred_pins_are_refused()
    {
        var account = await world.AccountAsync("how many");
        var id = await world.PinAsync(account, Soon);

        Assert.Equal(400, (await DoAsync(Person, account, "cancel", [])).Status);
        Assert.Equal(400, (await DoAsync(Person, account, "cancel", [id, .. Enumerable.Range(0, 100).Select(n => $"pin_{n}")])).Status);
        Assert.Equal("scheduled", await world.FieldAsync(id, "status"));
    }

    [Fact]
    public async Task A_key_limited_to_accounts_does_nothing_to_pins_of_others()
    {
        var (own, foreign) = (await world.AccountAsync("limited own"), await world.AccountAsync("limited foreign"));
        var (mine, other) = (await world.PinAsync(own, Soon), await world.PinAsync(foreign, Soon, ("title", "Secret plan")));
        var person = await Visitor.WithScopeAsync(world.App, "publish", own);

        var page = await DoAsync(person, own, "priority", [mine, other], ("priority", "3"));

        Assert.Contains($"No pin has the id {other}.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret plan", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await world.App.GetAsync($"/v1/pins/{other}"))["priority"]!);
        Assert.Equal(3, (int)(await world.App.GetAsync($"/v1/pins/{mine}"))["priority"]!);
    }

    private static Task<Seen> DoAsync(
        Visitor person, string account, string act, IEnumerable<string> ids, params (string, string)[] fields) =>
        person.SubmitAsync($"/queue?account={account}", "chosen", [.. ids.Select(id => ("ids", id)), ("act", act), .. fields]);
}
