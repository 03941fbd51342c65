using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Publishing.Worker;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Worker;

/// <summary>A process that was suspended for too long writes nothing and sends nothing: another may have taken over.</summary>
public sealed class FencingTests
{
    [Fact]
    public async Task A_worker_suspended_beyond_its_lease_records_no_outcome_and_the_board_is_read()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), settings: "Logging:LogLevel:Default=Information");
        app.Order("slow_headers", seconds: 10);
        var id = await app.PublishAsync();
        await Eventually.TrueAsync(() => app.PinsOnPinterest() == 1);

        await app.Services.GetRequiredService<QueueStore>().CompleteInterruptedAsync();
        app.Clock!.Advance(TimeSpan.FromSeconds(10));
        await Eventually.TrueAsync(() => app.Logs.Lines.Any(line => line.Contains("was taken over", StringComparison.Ordinal)));

        var pin = await app.SettledAsync(id);
        var attempt = Assert.Single((await app.GetAsync($"/v1/pins/{id}/attempts"))["items"]!.AsArray())!;
        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(("unknown", "found"), ((string?)attempt["outcome"], (string?)attempt["conclusion"]));
        Assert.Equal(1, app.PinsOnPinterest());
    }

    [Fact]
    public async Task An_outcome_that_comes_after_the_pins_next_attempt_began_changes_nothing()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var (store, first) = await ClaimedAsync(app);
        Assert.True(await store.CompleteAsync(first, AttemptDecision.NotPublished(sent: false, "Stopping.", TimeSpan.Zero)));
        var second = (await store.ClaimAsync(first.Pin.AccountId, first.Pin.Id, clockConfirmed: true))!;

        Assert.False(await store.CompleteAsync(first, AttemptDecision.Accepted(new PinReceipt("123", 201, null))));

        var pin = await app.GetAsync($"/v1/pins/{first.Pin.Id}");
        Assert.Equal(("publishing", null), ((string?)pin["status"], (string?)pin["pinterest_pin_id"]));
        Assert.True(await store.CompleteAsync(second, AttemptDecision.Accepted(new PinReceipt("456", 201, null))));
        Assert.Equal("456", (string?)(await app.GetAsync($"/v1/pins/{first.Pin.Id}"))["pinterest_pin_id"]);
    }

    [Theory]
    [InlineData(59, "accepted", 1)]
    [InlineData(61, "not_sent", 0)]
    public async Task A_claim_that_is_too_old_is_not_sent_any_more(int seconds, string outcome, int sent)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var (_, claim) = await ClaimedAsync(app);
        app.Clock!.Jump(TimeSpan.FromSeconds(seconds));

        var result = await app.Services.GetRequiredService<PinPublisher>().PublishAsync(claim, CancellationToken.None);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(sent, app.PinsOnPinterest());
        if (outcome == "not_sent") Assert.Equal(NextAction.Retry, result.Next);
    }

    [Fact]
    public async Task A_stop_that_has_the_time_waits_for_the_answer_and_leaves_nothing_unknown()
    {
        var clock = new ManualClock();
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        // On Kestrel: the test starts it again.
        var app = await RunningConnector.StartAsync(clock, directory);
        app.Order("slow_headers", seconds: 10);
        var id = await app.PublishAsync();
        await Eventually.TrueAsync(() => app.PinsOnPinterest() == 1);

        var stopping = app.StopAsync();
        clock.Advance(TimeSpan.FromSeconds(9));
        // Whatever would cut it short has time for that here.
        for (var i = 0; i < 1000; i++) await Task.Yield();
        await app.Services.GetRequiredService<Database>().WriteAsync(_ => { });
        Assert.False(stopping.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await stopping;
        await app.DisposeAsync();

        await using (var next = await RunningConnector.StartAsync(clock, directory))
        {
            var attempt = Assert.Single((await next.GetAsync($"/v1/pins/{id}/attempts"))["items"]!.AsArray())!;
            Assert.Equal("accepted", (string?)attempt["outcome"]);
            Assert.Equal("published", (string?)(await next.GetAsync($"/v1/pins/{id}"))["status"]);
        }

        Directory.Delete(directory, recursive: true);
    }

    /// <summary>A pin of a held account, so that no worker takes it, claimed by hand.</summary>
    private static async Task<(QueueStore Store, Claim Claim)> ClaimedAsync(SidecarApp app)
    {
        var account = await app.FirstAccountAsync();
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var store = app.Services.GetRequiredService<QueueStore>();
        return (store, (await store.ClaimAsync(account, await app.PublishAsync(), clockConfirmed: true))!);
    }
}
