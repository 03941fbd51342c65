using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

public sealed class RetryTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _app = await SidecarApp.StartAsync(new ManualClock(), null, Deliveries.ToLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_receiver_that_is_down_for_a_day_hears_everything_in_the_end_and_the_log_tells_the_story()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        _receiver.AnswerWith(HttpStatusCode.InternalServerError);
        var begun = _app.Clock!.GetUtcNow();
        var account = await _app.FirstAccountAsync();
        await _app.PostAsync($"/v1/accounts/{account}/hold");
        await _app.PostAsync($"/v1/accounts/{account}/resume");
        while (_app.Clock.GetUtcNow() < begun.AddDays(1)) await _app.NextTryAsync();

        _receiver.AnswerWith(HttpStatusCode.OK);
        while (await _app.RestAsync() is not null) await _app.NextTryAsync();

        var log = await _app.LogAsync((string)webhook["id"]!);
        Assert.All(log, delivery => Assert.Equal("delivered", (string?)delivery!["status"]));
        // The second waited for the first, so that they came in order; nothing was sent while it did.
        Assert.Equal(["account.resumed", "account.held"], log.Select(delivery => (string)delivery!["event_type"]!));
        Assert.Single(log[0]!["attempts"]!.AsArray());
        var tries = log[1]!["attempts"]!.AsArray();
        Assert.Equal([.. Enumerable.Repeat(500, tries.Count - 1), 200], tries.Select(each => (int)each!["http_status"]!));
        Assert.Equal(["account.held", "account.resumed"], _receiver.All.TakeLast(2).Select(heard => heard.Type));
        Assert.Single(_receiver.All.Take(tries.Count).Select(heard => heard.Id).Distinct());
        Assert.Null((string?)(await _app.GetAsync($"/v1/webhooks/{webhook["id"]}"))["failing_since"]);
    }

    [Fact]
    public async Task After_ten_tries_a_delivery_is_given_up_and_can_be_made_by_hand()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        _receiver.AnswerWith(HttpStatusCode.BadGateway);
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");
        while (await _app.RestAsync() is not null) await _app.NextTryAsync();

        var given = Assert.Single(await _app.LogAsync((string)webhook["id"]!))!;
        Assert.Equal(("failed", 10), ((string?)given["status"], given["attempts"]!.AsArray().Count));

        _receiver.AnswerWith(HttpStatusCode.OK);
        await _app.PostAsync($"/v1/webhooks/{webhook["id"]}/deliveries/{given["id"]}/redeliver");
        await _app.RestAsync();
        Assert.Equal("delivered", (string?)(await _app.LogAsync((string)webhook["id"]!))[0]!["status"]);
        Assert.Single(_receiver.All.Select(heard => heard.Id).Distinct());
    }

    [Fact]
    public async Task After_five_days_of_nothing_but_failures_a_webhook_is_disabled_and_the_others_are_told()
    {
        await using var other = await Receiver.StartAsync();
        var webhook = await _app.ListenAsync(_receiver.Url);
        await _app.ListenAsync(other.Url);
        _receiver.AnswerWith(HttpStatusCode.NotFound);
        var begun = _app.Clock!.GetUtcNow();
        var account = await _app.FirstAccountAsync();
        while (_app.Clock.GetUtcNow() < begun.AddDays(5.5))
        {
            await _app.PostAsync($"/v1/accounts/{account}/{(_app.Clock.GetUtcNow().Hour % 2 == 0 ? "hold" : "resume")}");
            await _app.RestAsync();
            _app.Clock.Advance(TimeSpan.FromHours(1));
            await _app.RestAsync();
        }

        var disabled = await _app.GetAsync($"/v1/webhooks/{webhook["id"]}");
        Assert.Equal("disabled", (string?)disabled["status"]);
        Assert.Contains("404", (string?)disabled["disabled_reason"]);
        Assert.DoesNotContain(await _app.LogAsync((string)webhook["id"]!), delivery => (string?)delivery!["status"] == "pending");
        var told = Assert.Single(other.All, heard => heard.Type == "webhook.disabled");
        Assert.Equal((string?)webhook["id"], (string?)told.Json["data"]!["webhook"]!["id"]);
        // Its address is a secret of whoever listens there.
        Assert.DoesNotContain(new Uri(_receiver.Url).Authority, told.Body);
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_never_called_again()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        _receiver.AnswerWith(HttpStatusCode.Gone);
        var account = await _app.FirstAccountAsync();
        await _app.PostAsync($"/v1/accounts/{account}/hold");
        await _app.RestAsync();
        await _app.PostAsync($"/v1/accounts/{account}/resume");
        await _app.RestAsync();

        Assert.Single(_receiver.All);
        Assert.Equal("disabled", (string?)(await _app.GetAsync($"/v1/webhooks/{webhook["id"]}"))["status"]);
    }

    [Fact]
    public async Task One_slow_receiver_never_delays_another()
    {
        await using var slow = await Receiver.StartAsync();
        var never = new TaskCompletionSource();
        slow.Answer = (_, _) => never.Task;
        await _app.ListenAsync(slow.Url);
        await _app.ListenAsync(_receiver.Url);
        var account = await _app.FirstAccountAsync();
        for (var round = 0; round < 10; round++) await _app.PostAsync($"/v1/accounts/{account}/{(round % 2 == 0 ? "hold" : "resume")}");

        for (var round = 0; round < 10; round++) Assert.Equal(round % 2 == 0 ? "account.held" : "account.resumed", (await _receiver.NextAsync()).Type);

        Assert.Single(slow.All);
        never.SetResult();
    }

    [Fact]
    public async Task An_answer_that_takes_longer_than_15_seconds_is_none()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        var never = new TaskCompletionSource();
        _receiver.Answer = (_, _) => never.Task;
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");
        await _receiver.NextAsync();

        _app.Clock!.Advance(TimeSpan.FromSeconds(16));
        await _app.RestAsync();

        var attempt = (await _app.LogAsync((string)webhook["id"]!))[0]!["attempts"]![0]!;
        Assert.Null((int?)attempt["http_status"]);
        Assert.Contains("15 seconds", (string?)attempt["message"]);
        never.SetResult();
    }

    private static readonly int[] Successes = [200, 201, 202, 204, 206],
        Failures = [300, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 599];

    public static TheoryData<int> Statuses() => [.. Successes, .. Failures];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Any_2xx_is_success_and_all_else_is_tried_again(int status)
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        _receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            if (status is >= 300 and < 400) http.Response.Headers.Location = _receiver.Url + "/elsewhere";
            return Task.CompletedTask;
        };

        var delivery = await _app.PostAsync($"/v1/webhooks/{webhook["id"]}/test");

        Assert.Equal(Successes.Contains(status) ? "delivered" : "pending", (string?)delivery["status"]);
        Assert.Single(_receiver.All);
    }

    [Fact]
    public async Task A_receiver_that_hangs_up_is_tried_again()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        var calls = 0;
        _receiver.Answer = (_, http) =>
        {
            if (Interlocked.Increment(ref calls) == 1) http.Abort();
            return Task.CompletedTask;
        };

        var delivery = await _app.PostAsync($"/v1/webhooks/{webhook["id"]}/test");
        Assert.Equal("pending", (string?)delivery["status"]);
        await _app.NextTryAsync();

        Assert.Equal("delivered", (string?)(await _app.LogAsync((string)webhook["id"]!))[0]!["status"]);
    }

    [Fact]
    public async Task What_was_under_way_at_a_power_cut_is_delivered_after_the_start()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            var crashed = await SidecarApp.StartAsync(clock, data, Deliveries.ToLoopback);
            await crashed.ListenAsync(_receiver.Url);
            var never = new TaskCompletionSource();
            _receiver.Answer = (_, _) => never.Task;
            await crashed.PostAsync($"/v1/accounts/{await crashed.FirstAccountAsync()}/hold");
            var first = await _receiver.NextAsync();
            var end = crashed.CrashAsync();
            never.SetResult();
            await end;

            _receiver.AnswerWith(HttpStatusCode.OK);
            await using var app = await SidecarApp.StartAsync(clock, data, Deliveries.ToLoopback);
            await app.NextTryAsync();

            Assert.Equal(first.Id, (await _receiver.NextAsync()).Id);
            Assert.Null(await app.RestAsync());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
