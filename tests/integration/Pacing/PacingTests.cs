using Connector.Tests.Support;

namespace Connector.Tests.Pacing;

/// <summary>The third promise, as the simulator's own limiter counts it.</summary>
public sealed class PacingTests
{
    [Fact]
    public async Task Two_hundred_and_fifty_pins_never_meet_the_limit_and_waste_none_of_it_across_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        var start = clock.GetUtcNow();
        try
        {
            var ids = new List<string>();
            // On Kestrel: the test starts it again.
            await using (var before = await RunningConnector.StartAsync(clock, directory))
            {
                await before.UnhurryAsync(await before.FirstAccountAsync());
                for (var i = 0; i < 250; i++) ids.Add(await before.PublishAsync());
                Assert.Equal("published", (string?)(await before.SettledAsync(ids[60]))["status"]);
            }

            await using var after = await RunningConnector.StartAsync(clock, directory);
            var last = await after.SettledAsync(ids[^1]);

            // 100 a minute less 5 % for safety: the 250th goes out in the third.
            Assert.InRange((DateTimeOffset.Parse((string)last["published_at"]!) - start).TotalSeconds, 150, 160);
            Assert.Empty(after.Violations());
            Assert.DoesNotContain(after.Requests(), r => r.Status == 429);
            foreach (var id in ids) Assert.Equal("published", (string?)(await after.GetAsync($"/v1/pins/{id}"))["status"]);
            Assert.Equal(250, after.PinsOnPinterest());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task A_waiting_pin_knows_when_it_will_go_out()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.UnhurryAsync(account);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var ids = new List<string>();
        for (var i = 0; i < 130; i++) ids.Add(await app.PublishAsync());
        await app.PostAsync($"/v1/accounts/{account}/resume");
        await app.SettledAsync(ids[94]);

        var waiting = await app.GetAsync($"/v1/pins/{ids[^1]}");
        Assert.Equal("pace", (string?)waiting["waiting_for"]!["code"]);
        Assert.Contains("org_write", (string?)waiting["waiting_for"]!["message"], StringComparison.Ordinal);
        var expected = DateTimeOffset.Parse((string)waiting["eta"]!["expected_at"]!);

        var published = DateTimeOffset.Parse((string)(await app.SettledAsync(ids[^1]))["published_at"]!);
        Assert.InRange((published - expected).Duration().TotalSeconds, 0, 1);
    }

    [Fact]
    public async Task The_rate_meter_shows_what_is_left_and_when_the_queue_is_empty()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.UnhurryAsync(account);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var ids = new List<string>();
        for (var i = 0; i < 105; i++) ids.Add(await app.PublishAsync());
        await app.PostAsync($"/v1/accounts/{account}/resume");
        await app.SettledAsync(ids[94]);

        var meter = await app.GetAsync($"/v1/accounts/{account}/rate-meter");
        var writes = meter["windows"]!.AsArray().Single(w => (string?)w!["rule"] == "org_write")!;

        Assert.False((bool)meter["can_publish_now"]!);
        Assert.Equal("org_write", (string?)meter["blocked_by"]!["rule"]);
        Assert.Equal(100, (int)writes["limit"]!);
        Assert.Equal(0, (int)writes["remaining"]!);
        Assert.Equal(60, (int)writes["window_seconds"]!);
        Assert.Equal(10, (int)meter["queue"]!["queued"]!);
        // The first ten went in the first six seconds of the minute.
        var drainsIn = DateTimeOffset.Parse((string)meter["queue"]!["drained_at"]!) - app.Clock!.GetUtcNow();
        Assert.InRange(drainsIn, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(16));
    }

    [Fact]
    public async Task A_refusal_of_Pinterest_survives_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            string id;
            // On Kestrel: the test starts it again.
            await using (var before = await RunningConnector.StartAsync(clock, directory))
            {
                before.Order("rate_limited", times: 1, seconds: 300);
                id = await before.PublishAsync();
                var account = await before.FirstAccountAsync();
                while ((int)(await before.GetAsync($"/v1/pins/{id}"))["attempt_count"]! == 0) await before.StepAsync(account);
                // Without moving the time, which could go on to the end of the refusal.
                await Eventually.TrueAsync(async () => (string?)(await before.GetAsync($"/v1/pins/{id}"))["status"] != "publishing");
            }

            await using var after = await RunningConnector.StartAsync(clock, directory);
            var meter = await after.GetAsync($"/v1/accounts/{await after.FirstAccountAsync()}/rate-meter");

            Assert.False((bool)meter["can_publish_now"]!);
            Assert.Equal("header", (string?)meter["windows"]!.AsArray().Single(w => (string?)w!["rule"] == "org_write")!["source"]);
            Assert.Equal("published", (string?)(await after.SettledAsync(id))["status"]);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Reads_are_paced_too_and_say_how_long_to_wait()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, "Connector:Pacing:OrgRead=3");
        for (var i = 0; i < 3; i++) await app.GetAsync("/v1/boards");

        using var refused = await app.Admin.GetAsync("/v1/boards");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("\"rate_limited\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
