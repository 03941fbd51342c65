using System.Text;
using Connector.Storage;
using Connector.Tests.Support;
using Connector.Webhooks;
using Connector.Webhooks.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Tests.Webhooks.Events;

/// <summary>How often the feed looks for events, and what of them is made once for all streams.</summary>
public sealed class EventPaceTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private EventFeed _feed = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
        var services = _app.Services;
        _feed = new EventFeed(
            services.GetRequiredService<EventStore>(), services.GetRequiredService<Database>(), _clock, NullLogger<EventFeed>.Instance);
        await _feed.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        _feed.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_first_event_goes_out_at_once_and_those_that_follow_it_together_a_tenth_of_a_second_later()
    {
        var begin = _feed.Latest;

        await HappensAsync("hold");
        var first = await NextAsync(begin);
        await PausedAsync();
        await HappensAsync("resume");
        await HappensAsync("hold");
        var meanwhile = _feed.After(first[^1].Row.Place).Events.Count;
        _clock.Advance(EventFeed.Pause);
        var then = await NextAsync(first[^1].Row.Place);

        Assert.Equal("account.held", Assert.Single(first).Row.Type);
        Assert.Equal(0, meanwhile);
        Assert.Equal(["account.resumed", "account.held"], then.Select(each => each.Row.Type));
    }

    [Fact]
    public async Task The_bytes_of_an_event_are_made_once_for_all_who_follow()
    {
        var begin = _feed.Latest;
        await HappensAsync("hold");
        await NextAsync(begin);

        var (one, other) = (_feed.After(begin).Events[0], _feed.After(begin).Events[0]);

        Assert.True(one.Frame == other.Frame);
        Assert.Equal($"event: account.held\ndata: {one.Row.Body}\nid: {one.Row.Id}\n\n", Encoding.UTF8.GetString(one.Frame));
    }

    private async Task PausedAsync()
    {
        while (true)
        {
            var set = _clock.TimerSet;
            if (_clock.Delayed(EventFeed.Pause) > 0) return;
            await set.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private async Task HappensAsync(string action)
    {
        await _app.PostAsync($"/v1/accounts/{_account}/{action}");
        await _app.Services.GetRequiredService<EventPlaces>().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    private async Task<ArraySegment<StreamedEvent>> NextAsync(string after)
    {
        while (true)
        {
            var (events, next) = _feed.After(after);
            if (events.Count > 0) return events;
            await next.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }
}
