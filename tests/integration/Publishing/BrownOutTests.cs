namespace Connector.Tests.Publishing;

/// <summary>
/// When some of Pinterest's answers fail the pace stays; when all fail it is left in peace; and either ends soon after the cause.
/// </summary>
public sealed class BrownOutTests(ITestOutputHelper output)
{
    // In a minute, by the published limit less the safety margin.
    private const int Pace = 95;

    private const int Lane = 300;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly string[] Failures = ["accept_then_drop", "drop_before_read", "server_error", "no_id"];

    // Each of the four strikes what the others left: together one in five.
    private static readonly double OneInFive = 1 - Math.Pow(0.8, 1.0 / Failures.Length);

    [Theory]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    [InlineData(6000, 3)]
    public async Task A_Pinterest_that_fails_one_create_in_five_takes_less_than_two_fifths_of_the_pace(int limit, int seed)
    {
        TimeSpan takes;
        await using (var well = await BrownOut.StartAsync(Lane, limit)) takes = await well.RunOutAsync();
        await using var ill = await BrownOut.StartAsync(Lane, limit);
        ill.Fail("create_pin", OneInFive, seed, Failures);

        await ill.RunAsync(takes);

        output.WriteLine($"In {takes}: {ill.Creates.Count} creates, {ill.Published.Count} published.");
        Assert.InRange(ill.Published.Count, 0.6 * Lane, Lane);
        var rest = await ill.RunOutAsync();
        output.WriteLine($"The rest took {rest}, {ill.Creates.Count} creates.");
        Assert.Equal(Lane, ill.Published.Count);
    }

    [Theory]
    [InlineData("create_pin", "server_error")]
    [InlineData("create_pin", "drop_before_read")]
    [InlineData("create_pin", "undocumented")]
    [InlineData("*", "server_error")]
    public async Task A_Pinterest_that_fails_every_create_meets_no_more_than_one_a_minute_in_the_long_run(string operation, string fault)
    {
        await using var world = await BrownOut.StartAsync(100);
        world.Fail(operation, 1, seed: 1, fault);

        await world.RunAsync(10 * Minute);
        var first = world.Creates.Count;
        await world.RunAsync(30 * Minute);

        output.WriteLine($"{first} creates in the first ten minutes, then {world.Creates.Count - first} in half an hour.");
        Assert.InRange(first, 10, 25);
        Assert.InRange(world.Creates.Count - first, operation == "*" ? 0 : 25, 30);
        Assert.Empty(world.Query<string>("select id from pins where status = 'failed'"));
    }

    [Theory]
    [InlineData(7.1)]
    [InlineData(20.4)]
    public async Task When_Pinterest_answers_again_the_pace_is_full_within_half_a_minute(double minutes)
    {
        await using var world = await BrownOut.StartAsync(400);
        world.Fail("*", 1, seed: 1, "server_error");
        await world.RunAsync(minutes * Minute);
        world.Recover();
        var recovered = world.Now;

        await world.RunAsync(2.5 * Minute);

        var inTime = world.Creates.Count(at => at > recovered + TimeSpan.FromSeconds(30) && at <= recovered + 2.5 * Minute);
        var first = world.Creates.First(at => at > recovered) - recovered;
        output.WriteLine($"First create {first} after it recovered, {inTime} in two minutes.");
        Assert.InRange(inTime, 2 * Pace * 0.95, 2 * Pace);
        Assert.Equal("active", world.Row.Status);
    }

    /// <summary>Only a create can tell, and the next is made at the time that the account names.</summary>
    [Fact]
    public async Task When_only_creates_had_failed_the_pace_is_full_half_a_minute_after_the_time_that_was_said()
    {
        await using var world = await BrownOut.StartAsync(400);
        world.Fail("create_pin", 1, seed: 1, "server_error");
        await world.RunAsync(20.2 * Minute);
        world.Recover();
        var until = world.Row.HeldUntil!.Value;
        Assert.InRange(until - world.Now, TimeSpan.Zero, Minute);

        await world.RunUntilAsync(until + 2.5 * Minute);

        var inTime = world.Creates.Count(at => at > until + TimeSpan.FromSeconds(30));
        Assert.InRange(inTime, 2 * Pace * 0.95, 2 * Pace);
        Assert.Equal("active", world.Row.Status);
    }

    [Fact]
    public async Task An_outage_is_one_hold_with_its_reason_and_the_time_of_the_next_try()
    {
        await using var world = await BrownOut.StartAsync(100);
        world.Fail("create_pin", 1, seed: 1, "server_error");
        await world.RunAsync(30 * Minute);

        var account = await world.App.GetAsync($"/v1/accounts/{world.Account}");
        Assert.Equal(("held", "pinterest_unavailable"), ((string?)account["status"], world.Row.HeldCode));
        Assert.Contains("Nothing needs to be done", (string?)account["held_reason"], StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse((string)account["held_until"]!), world.Now, world.Now + Minute);
        // The test itself held and resumed it before.
        Assert.Equal(
            ["account.held", "account.resumed", "account.held"],
            world.Query<string>("select type from events where pin_id is null order by id"));
    }
}
