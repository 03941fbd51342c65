using System.Net.Http.Json;
using Connector.Pinterest;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Server;

public sealed class CallLimiterTests
{
    [Fact]
    public async Task One_write_too_many_is_refused_recorded_and_possible_again_after_the_window()
    {
        await using var simulator = await SimulatorFixture.StartAsync(settings: ("Connector:Simulator:OrgWritePerMinute", "2"));
        var session = await simulator.SessionAsync();
        var board = await simulator.BoardIdAsync(session);
        Task CreateAsync() => simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board), default);
        await CreateAsync();
        simulator.Clock.Advance(TimeSpan.FromSeconds(20));
        await CreateAsync();

        var failure = (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure;

        Assert.Equal((FailureKind.RateLimited, 8, TimeSpan.FromSeconds(40)), (failure.Kind, failure.Code, failure.RetryAfter));
        Assert.Equal(("org_write", 2), Assert.Single(simulator.Limiter.Violations) is var violation
            ? (violation.Category, violation.Limit)
            : default);
        Assert.Equal(2, simulator.Control.Pins("maria").Count);
        simulator.Clock.Advance(TimeSpan.FromSeconds(40));
        await CreateAsync();
    }

    [Fact]
    public async Task The_client_learns_the_limits_from_every_answer()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        await simulator.BoardIdAsync(await simulator.SessionAsync());

        var reading = simulator.Meter.LastReading!;

        Assert.Equal(
            [
                new(100, TimeSpan.FromSeconds(1), "safety_net_app_id_user_id"),
                new(1000, TimeSpan.FromSeconds(60), "org_read_app_id_user_id"),
            ],
            reading.Buckets);
        Assert.Equal((99, TimeSpan.FromSeconds(1), false), (reading.Remaining, reading.ResetIn, reading.Refused));
        Assert.Equal([RateCategory.OrgRead], simulator.Meter.Begun);
    }

    [Fact]
    public async Task Limits_are_changed_while_it_runs_and_violations_read_over_HTTP()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var session = await simulator.SessionAsync();
        using var http = new HttpClient();

        await http.PostAsJsonAsync($"{simulator.BaseUrl}/control/limits", new { tier = "trial", calls_per_day = 1 });
        await simulator.BoardIdAsync(session);
        await Assert.ThrowsAsync<PinterestException>(() => simulator.BoardIdAsync(session));

        Assert.Contains("\"org_read\"", await http.GetStringAsync($"{simulator.BaseUrl}/control/violations"), StringComparison.Ordinal);
        Assert.Contains(simulator.Meter.LastReading!.Buckets, bucket => bucket.Window == TimeSpan.FromDays(1));
    }
}
