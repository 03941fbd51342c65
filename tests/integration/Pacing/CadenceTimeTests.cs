using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pacing;

/// <summary>Times asked for, restarts and clocks that are set.</summary>
public sealed class CadenceTimeTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1), Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_scheduled_pin_goes_within_a_second_of_its_time()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var at = app.Clock!.GetUtcNow().AddHours(30).AddSeconds(17.25);

        var pin = await app.PublishAsync(Scheduled(at));

        Assert.Equal(at, await app.ExpectedAtAsync(pin));
        Assert.InRange(await app.WentAtAsync(pin), at, at + Moment);
    }

    [Fact]
    public async Task Many_pins_of_one_time_go_oldest_first_at_the_accounts_pace()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new { pins_per_day = (int?)null });
        var at = app.Clock!.GetUtcNow().AddHours(1);
        var ids = new List<string>();
        for (var i = 0; i < 120; i++) ids.Add(await app.PublishAsync(Scheduled(at)));

        var went = new List<DateTimeOffset>();
        foreach (var id in ids) went.Add(await app.WentAtAsync(id));

        Assert.Equal(went.Order(), went);
        Assert.InRange(went[0], at, at + Moment);
        // 100 a minute less five per cent.
        Assert.InRange(went[94], at, at.AddSeconds(59));
        Assert.InRange(went[95], at.AddSeconds(60), at.AddSeconds(62));
        Assert.InRange(went[^1], at.AddSeconds(60), at.AddSeconds(75));
    }

    [Fact]
    public async Task A_restart_forgets_nothing_of_what_was_spent()
    {
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            string[] ids;
            DateTimeOffset first;
            // On Kestrel: the test starts it again.
            await using (var before = await RunningConnector.StartAsync(clock, directory))
            {
                await before.SetAsync(await before.FirstAccountAsync(), new { pins_per_day = 3, min_gap_seconds = 600 });
                ids = [await before.PublishAsync(), await before.PublishAsync(), await before.PublishAsync(), await before.PublishAsync()];
                first = await before.WentAtAsync(ids[0]);
                await before.WentAtAsync(ids[1]);
            }

            await using var after = await RunningConnector.StartAsync(clock, directory);

            Assert.Equal(first + Day, await after.ExpectedAtAsync(ids[3]));
            Assert.InRange(await after.WentAtAsync(ids[2]), first.AddSeconds(1200), first.AddSeconds(1202));
            Assert.InRange(await after.WentAtAsync(ids[3]), first + Day, first + Day + Moment);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task When_the_clock_is_set_a_day_still_has_24_hours(int hours)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new { pins_per_day = 2 });
        string[] ids = [await app.PublishAsync(), await app.PublishAsync(), await app.PublishAsync(), await app.PublishAsync()];
        var first = await app.WentAtAsync(ids[0]);
        await app.WentAtAsync(ids[1]);

        app.Clock!.Jump(TimeSpan.FromHours(hours));

        var free = first.AddHours(hours) + Day;
        Assert.Equal(free, await app.ExpectedAtAsync(ids[2]));
        Assert.InRange(await app.WentAtAsync(ids[2]), free, free + Moment);
        Assert.InRange(await app.WentAtAsync(ids[3]), free, free.AddSeconds(3));
        Assert.Equal(4, app.PinsOnPinterest());
    }

    private static JsonObject Scheduled(DateTimeOffset at) => SidecarApp.Pin(("publish_at", at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'")));
}
