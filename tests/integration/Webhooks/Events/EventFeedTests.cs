using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Support;
using Connector.Webhooks.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Webhooks.Events;

public sealed class EventFeedTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_feed_is_newest_first_without_a_cursor_and_oldest_first_after_one()
    {
        await HappenAsync(4);

        var newest = await ListAsync("?limit=3");
        var after = await ListAsync($"?after={newest[2]["id"]}");

        Assert.Equal(["account.resumed", "account.held", "account.resumed"], newest.Select(each => (string)each["type"]!));
        Assert.Equal(newest.Take(2).Reverse().Select(Id), after.Select(Id));
        Assert.Equal(newest.Select(Id).OrderDescending(StringComparer.Ordinal), newest.Select(Id));
    }

    [Fact]
    public async Task Following_the_cursor_misses_and_repeats_nothing()
    {
        await HappenAsync(1);
        var seen = new List<string>();
        var cursor = Id((await ListAsync(""))[0]);
        await HappenAsync(9);

        while (await _app.GetAsync($"/v1/events?after={cursor}&limit=4") is var page)
        {
            seen.AddRange(page["items"]!.AsArray().Select(each => Id(each!)));
            if ((string?)page["next_cursor"] is not { } next) break;
            cursor = next;
        }

        Assert.Equal((await ListAsync("?limit=9")).Select(Id).Reverse(), seen);
    }

    [Fact]
    public async Task Types_are_filtered_and_unknown_ones_named()
    {
        await HappenAsync(4);

        Assert.All(await ListAsync("?types=account.held,pin.failed"), each => Assert.Equal("account.held", (string?)each["type"]));
        using var wrong = await _app.Admin.GetAsync("/v1/events?types=pin.publishd");
        Assert.Contains("pin.publishd", await wrong.Content.ReadAsStringAsync());
        using var noId = await _app.Admin.GetAsync("/v1/events?after=7");
        Assert.Equal(400, (int)noId.StatusCode);
    }

    [Fact]
    public async Task The_stream_tells_what_happens_as_it_happens()
    {
        await HappenAsync(1);
        await using var stream = await FollowAsync("");
        Assert.Equal("alive", (await stream.NextAsync()).EventType);

        await HappenAsync(2);
        var (held, resumed) = (await stream.NextAsync(), await stream.NextAsync());

        Assert.Equal(("account.resumed", "account.held"), (held.EventType, resumed.EventType));
        Assert.Equal(resumed.EventId, (string?)JsonNode.Parse(resumed.Data)!["id"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1500)]
    public async Task A_stream_that_broke_goes_on_after_the_last_event_seen(int missed)
    {
        await HappenAsync(1);
        var last = Id((await ListAsync("?limit=1"))[0]);
        await HappenAsync(missed);

        await using var stream = await FollowAsync(last);
        await stream.NextAsync();
        var seen = new List<string>();
        for (var i = 0; i < missed; i++) seen.Add((await stream.NextAsync()).EventId!);

        var all = new List<string>();
        for (var cursor = last; cursor is not null;)
        {
            var page = await _app.GetAsync($"/v1/events?after={cursor}&limit=250");
            all.AddRange(page["items"]!.AsArray().Select(each => Id(each!)));
            cursor = (string?)page["next_cursor"];
        }

        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task A_stream_that_is_silent_says_that_it_is_alive()
    {
        await using var stream = await FollowAsync("");
        await stream.NextAsync();
        var next = stream.NextAsync();
        while (!next.IsCompleted)
        {
            _app.Clock!.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.Equal("alive", (await next).EventType);
    }

    [Fact]
    public async Task Ids_go_on_after_a_restart_by_a_clock_that_was_set_back()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        try
        {
            string ahead;
            // On Kestrel: the test starts it again.
            await using (var app = await RunningConnector.StartAsync(new ManualClock(), data))
            {
                // As another process made it, whose clock was years ahead.
                await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/hold");
                ahead = string.Concat(Id((await app.GetAsync("/v1/events"))["items"]![0]!).AsSpan(0, 6), "zz", new string('0', 22));
                await app.Services.GetRequiredService<Database>().WriteAsync(
                    sql => sql.Execute("update events set id = @ahead", new { ahead }));
            }

            await using var again = await RunningConnector.StartAsync(new ManualClock(), data);
            await again.PostAsync($"/v1/accounts/{await again.FirstAccountAsync()}/resume");

            var after = await again.GetAsync($"/v1/events?after={ahead}");
            Assert.Equal("account.resumed", (string?)Assert.Single(after["items"]!.AsArray())!["type"]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Events_are_forgotten_after_a_month()
    {
        await HappenAsync(2);
        _app.Clock!.Advance(TimeSpan.FromDays(31));
        await _app.Services.GetServices<IHostedService>().OfType<EventRetention>().Single().RunOnceAsync(CancellationToken.None);

        // The tokens have ended meanwhile, which is an event of that day.
        Assert.Empty(await ListAsync("?types=account.held,account.resumed"));
    }

    private static string Id(JsonNode happened) => (string)happened["id"]!;

    private bool _isHeld;

    private async Task HappenAsync(int times)
    {
        for (var i = 0; i < times; i++, _isHeld = !_isHeld)
            await _app.PostAsync($"/v1/accounts/{_account}/{(_isHeld ? "resume" : "hold")}");
    }

    private async Task<List<JsonNode>> ListAsync(string query) =>
        [.. (await _app.GetAsync("/v1/events" + query))["items"]!.AsArray().Select(each => each!)];

    private async Task<Followed> FollowAsync(string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events/stream");
        if (lastEventId.Length > 0) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await _app.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Followed(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    private sealed record Followed(HttpResponseMessage Answer, IAsyncEnumerator<SseItem<string>> Items) : IAsyncDisposable
    {
        public async Task<SseItem<string>> NextAsync()
        {
            Assert.True(await Items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
            return Items.Current;
        }

        public async ValueTask DisposeAsync()
        {
            await Items.DisposeAsync();
            Answer.Dispose();
        }
    }
}
