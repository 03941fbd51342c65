using Connector.Pinterest;

namespace Connector.Tests.Pacing.Proof;

/// <summary>
/// The third promise in numbers, in virtual time, as the simulator's own limiter counts. PINS sets how many pins there are in all.
/// </summary>
public sealed class UnderTheLimitTests(ITestOutputHelper output)
{
    private const int Allowed = 95, AllowedOfTrial = 285;
    private static readonly int Pins = int.TryParse(Environment.GetEnvironmentVariable("PINS"), out var pins) ? pins : 10_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1);
    private static readonly object Unhurried = new { pins_per_day = (int?)null };

    [Fact]
    public async Task Accounts_of_a_standard_app_use_what_they_may_and_nothing_more()
    {
        await using var world = await PaceWorld.BeginAsync(AccessTier.Standard);
        var count = Math.Max(2, Pins / 1500);
        var each = Pins * 8 / 10 / (count + 1);
        for (var number = 0; number <= count; number++)
            await world.FillAsync(await world.OpenAsync($"standard{number}", 12, Unhurried), each);
        world.Compete(world.Accounts[0], TimeSpan.FromSeconds(2));
        await world.ReleaseAsync();

        await world.RunAsync(world.Clock.GetUtcNow() + 1.5 * Minute);
        var predictions = await world.PredictAsync();
        await world.RunAsync(world.Clock.GetUtcNow() + 0.5 * each / Allowed * Minute);
        // Predictions for times after the restart are not counted: they could not know of it.
        predictions.RemoveAll(said => said.At > world.Clock.GetUtcNow());
        var stoppedAt = world.Clock.GetUtcNow();
        await world.RestartAsync();
        await world.RunAsync(world.Clock.GetUtcNow() + 1.5 * Minute);
        predictions.AddRange(await world.PredictAsync());
        await world.RunAsync();

        Assert.Empty(world.Query<string>("select status || ' ' || coalesce(error_message, '') || ' ' || coalesce(wait_message, '') from "
            + "pins where status <> 'published' limit 10"));
        Assert.Equal(each * world.Accounts.Count, world.Starts(world.Accounts).Count);
        var alone = world.Accounts.Where(account => !account.HasCompetitor).ToList();
        Assert.All(alone, account => Assert.Equal((0, 0), (world.Violations(account).Count, world.Refusals(account))));
        var used = alone.ConvertAll(
            account => PaceFigures.Utilisation([.. world.Starts(account).Select(start => start.At)], stoppedAt, Allowed, Minute));
        var starts = world.Starts(alone).ToDictionary(start => start.PinId, start => start.At);
        var (median, percent) = PaceFigures.Errors(predictions, starts);
        output.WriteLine($"{world.Accounts.Count} accounts, {each} pins each; used {100 * used.Min():0.0}–{100 * used.Max():0.0} % of "
            + $"{Allowed} a minute; "
            + $"429s {world.Accounts.Sum(world.Refusals)} (with a competitor {world.Refusals(world.Accounts[0])}); ETA off by "
            + $"{median:0.00} s (median), {percent:0.0} % (p95)");
        Assert.All(used, share => Assert.InRange(share, 0.99, 1.02));
        Assert.InRange(median, 0, 1);
        Assert.InRange(percent, 0, 5);
    }

    [Fact]
    public async Task Accounts_of_a_trial_app_share_its_day()
    {
        await using var world = await PaceWorld.BeginAsync(AccessTier.Trial);
        var each = Math.Max(250, Pins * 2 / 10 / 3);
        for (var number = 0; number < 3; number++) await world.FillAsync(await world.OpenAsync($"trial{number}", 3, Unhurried), each);
        await world.ReleaseAsync();

        await world.RunAsync(world.Clock.GetUtcNow() + 0.5 * Day);
        await world.RestartAsync();
        await world.RunAsync();

        var starts = world.Starts(world.Accounts).ConvertAll(start => start.At);
        Assert.Equal(3 * each, starts.Count);
        Assert.All(world.Accounts, account => Assert.Equal((0, 0), (world.Violations(account).Count, world.Refusals(account))));
        var days = (starts[^1] - starts[0]).TotalDays;
        output.WriteLine($"3 accounts, {each} pins each, in {days:0.000} days of {AllowedOfTrial}");
        Assert.InRange(days, (3 * each - 1) / AllowedOfTrial, (3 * each - 1) / AllowedOfTrial + 0.01);
    }
}
