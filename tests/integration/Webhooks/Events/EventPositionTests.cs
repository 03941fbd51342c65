using Connector.Tests.Support;
using Connector.Webhooks.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Webhooks.Events;

/// <summary>After which events the feed can be read: those that are or were, and none that never was.</summary>
public sealed class EventPositionTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    // Events are gone before the account's tokens are: their end would be an event too.
    public async ValueTask InitializeAsync() =>
        _app = await SidecarApp.StartAsync(new ManualClock(), null, "Connector:Retention:Events=1.00:00:00");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_that_never_was_is_refused_and_not_waited_for(bool isOfOthers)
    {
        using var others = await _app.OfWorkspaceAsync("others");
        var account = await SidecarApp.SendAsync(others, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "A" });
        await HoldAsync();
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/resume");
        var last = (string)(await _app.GetAsync("/v1/events"))["items"]![0]!["id"]!;
        await SidecarApp.SendAsync(others, HttpMethod.Post, $"/v1/accounts/{account["id"]}/hold", null);
        var theirs = (string)(await SidecarApp.SendAsync(others, HttpMethod.Get, "/v1/events", null))["items"]![0]!["id"]!;

        var never = isOfOthers ? theirs : last[..^1] + (last[^1] == '0' ? '1' : '0');
        foreach (var path in new[] { "/v1/events", "/v1/events/stream" })
        {
            var problem = await _app.RefusedAsync(400, "validation_failed", call => call.Get.Url($"{path}?after={never}"));
            Assert.NotNull(problem["errors"]!["after"]);
        }
    }

    [Fact]
    public async Task An_event_that_was_deleted_for_its_age_is_followed_by_the_oldest_that_is_kept()
    {
        var first = await HoldAsync();
        _app.Clock!.Advance(TimeSpan.FromDays(2));
        await _app.Services.GetServices<IHostedService>().OfType<EventRetention>().Single().RunOnceAsync(CancellationToken.None);

        Assert.Empty(await AfterAsync(first));
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/resume");
        Assert.Equal(["account.resumed"], await AfterAsync(first));
    }

    [Fact]
    public async Task The_event_of_a_pin_that_was_forgotten_is_a_place_to_go_on_from_and_is_shown_to_nobody()
    {
        var pin = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        await _app.PostAsync($"/v1/pins/{pin}/cancel");
        var canceled = (string)(await _app.GetAsync("/v1/events"))["items"]![0]!["id"]!;
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/pins/{pin}", null);

        Assert.Empty((await _app.GetAsync("/v1/events"))["items"]!.AsArray());
        await HoldAsync();
        Assert.Equal(["account.held"], await AfterAsync(canceled));
    }

    [Fact]
    public async Task A_limited_key_cannot_tell_an_id_that_it_does_not_see_from_one_that_there_is_not()
    {
        var other = (string)(await _app.PostAsync("/v1/accounts", new { environment = "simulator", name = "Other" }))["id"]!;
        using var limited = await _app.LimitedToAsync("read", other);
        var hidden = await HoldAsync();
        var never = hidden[..^1] + (hidden[^1] == '0' ? '1' : '0');

        Assert.Equal(await limited.AskAsync(HttpMethod.Get, $"/v1/events?after={never}"),
            await limited.AskAsync(HttpMethod.Get, $"/v1/events?after={hidden}"));
        Assert.Equal(400, (await limited.AskAsync(HttpMethod.Get, "/v1/events?after=evt_7zzzzzzzzzzzzzzzzzzzzzzzzz")).Status);
    }

    private async Task<string> HoldAsync()
    {
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");
        return (string)(await _app.GetAsync("/v1/events"))["items"]![0]!["id"]!;
    }

    private async Task<List<string>> AfterAsync(string id) =>
        [.. (await _app.GetAsync($"/v1/events?after={id}"))["items"]!.AsArray().Select(each => (string)each!["type"]!)];
}
