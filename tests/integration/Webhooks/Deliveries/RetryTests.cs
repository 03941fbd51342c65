using System.Collections.Concurrent;
using System.Net;
using Connector.Tests.Support;
using Connector.Webhooks.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class RetryTests : WebhookWorld
{
    [Fact]
    public async Task A_receiver_that_is_down_for_a_day_hears_everything_in_the_end_and_the_log_tells_the_story()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.InternalServerError);
        var begun = App.Clock!.GetUtcNow();
        var account = await App.FirstAccountAsync();
        await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.PostAsync($"/v1/accounts/{account}/resume");
        while (App.Clock.GetUtcNow() < begun.AddDays(1)) await App.NextTryAsync();

        Receiver.AnswerWith(HttpStatusCode.OK);
        while (await App.RestAsync() is not null) await App.NextTryAsync();

        var log = await App.LogAsync((string)webhook["id"]!);
        Assert.All(log, delivery => Assert.Equal("delivered", (string?)delivery!["status"]));
        // The second waited for the first, so that they came in order; nothing was sent while it did.
        Assert.Equal(["account.resumed", "account.held"], log.Select(delivery => (string)delivery!["event_type"]!));
        Assert.Single(log[0]!["attempts"]!.AsArray());
        var tries = log[1]!["attempts"]!.AsArray();
        Assert.Equal([.. Enumerable.Repeat(500, tries.Count - 1), 200], tries.Select(each => (int)each!["http_status"]!));
        Assert.Equal(["account.held", "account.resumed"], Receiver.All.TakeLast(2).Select(heard => heard.Type));
        Assert.Single(Receiver.All.Take(tries.Count).Select(heard => heard.Id).Distinct());
        Assert.Null((string?)(await App.GetAsync($"/v1/webhooks/{webhook["id"]}"))["failing_since"]);
    }

    [Fact]
    public async Task After_ten_tries_a_delivery_is_given_up_and_can_be_made_by_hand()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.BadGateway);
        await App.PostAsync($"/v1/accounts/{await App.FirstAccountAsync()}/hold");
        while (await App.RestAsync() is not null) await App.NextTryAsync();

        var given = Assert.Single(await App.LogAsync((string)webhook["id"]!))!;
        Assert.Equal(("failed", 10), ((string?)given["status"], given["attempts"]!.AsArray().Count));

        Receiver.AnswerWith(HttpStatusCode.OK);
        await App.PostAsync($"/v1/webhooks/{webhook["id"]}/deliveries/{given["id"]}/redeliver");
        await App.RestAsync();
        Assert.Equal("delivered", (string?)(await App.LogAsync((string)webhook["id"]!))[0]!["status"]);
        Assert.Single(Receiver.All.Select(heard => heard.Id).Distinct());
    }

    [Fact]
    public async Task A_try_that_becomes_due_during_the_search_for_due_ones_is_not_missed()
    {
        await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.BadGateway);
        await App.PostAsync($"/v1/accounts/{await App.FirstAccountAsync()}/hold");
        var worker = App.Services.GetRequiredService<DeliveryWorker>();
        var waits = new ConcurrentQueue<DateTimeOffset?>();
        worker.Waiting += waits.Enqueue;

        for (var asks = 1; asks <= 6; asks++)
        {
            var next = (await App.RestAsync())!.Value;
            App.Clock!.AdvanceTo(next.AddSeconds(-1));
            await App.RestAsync();
            App.Clock.PassAfter(asks, TimeSpan.FromSeconds(2));
            await App.RestAsync();
        }

        // It always knew that there was something to do.
        Assert.DoesNotContain(null, waits);
    }

    [Fact]
    public async Task One_slow_receiver_never_delays_another()
    {
        await using var slow = await Receiver.StartAsync();
        var never = new TaskCompletionSource<Reply>();
        slow.Answer = _ => never.Task;
        await App.ListenAsync(slow.Url);
        await App.ListenAsync(Receiver.Url);
        var account = await App.FirstAccountAsync();
        for (var round = 0; round < 10; round++) await App.PostAsync($"/v1/accounts/{account}/{(round % 2 == 0 ? "hold" : "resume")}");

        for (var round = 0; round < 10; round++)
            Assert.Equal(round % 2 == 0 ? "account.held" : "account.resumed", (await Receiver.NextAsync()).Type);

        Assert.Single(slow.All);
        never.SetResult(new Reply(HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_receiver_that_hangs_up_is_tried_again()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.HangUpOnce();

        var delivery = await App.PostAsync($"/v1/webhooks/{webhook["id"]}/test");
        Assert.Equal("pending", (string?)delivery["status"]);
        await App.NextTryAsync();

        Assert.Equal("delivered", (string?)(await App.LogAsync((string)webhook["id"]!))[0]!["status"]);
    }

    [Fact]
    public async Task What_was_under_way_at_a_power_cut_is_delivered_after_the_start()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            // On Kestrel: the test starts it again.
            var crashed = await RunningConnector.StartAsync(clock, data, WebhookCalls.ToLoopback);
            await crashed.ListenAsync(Receiver.Url);
            var never = new TaskCompletionSource<Reply>();
            Receiver.Answer = _ => never.Task;
            await crashed.PostAsync($"/v1/accounts/{await crashed.FirstAccountAsync()}/hold");
            var first = await Receiver.NextAsync();
            var end = crashed.CrashAsync();
            never.SetResult(new Reply(HttpStatusCode.OK));
            await end;

            Receiver.AnswerWith(HttpStatusCode.OK);
            await using var app = await RunningConnector.StartAsync(clock, data, WebhookCalls.ToLoopback);
            await app.NextTryAsync();

            Assert.Equal(first.Id, (await Receiver.NextAsync()).Id);
            Assert.Null(await app.RestAsync());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
