using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.Tokens;

/// <summary>A person hears of tokens that end before they have ended, and when they have.</summary>
public sealed class ReconnectWarningTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;
    private FakePinterest _pinterest = null!;

    [Fact]
    public async Task Fourteen_seven_and_one_days_before_the_end_each_once_also_through_restarts()
    {
        var app = await StartAsync();
        var id = await ConnectAsync(app, 60);
        for (var day = 1; day <= 60; day++)
        {
            if (day == 60) _pinterest.On("GET /v5/user_account", _ => FakePinterest.Refused);
            _clock.Jump(TimeSpan.FromDays(1));
            await app.RenewTokensAsync();
            if (day is not (46 or 53 or 59 or 60)) continue;

            await app.DisposeAsync();
            app = await StartAsync();
            await app.RenewTokensAsync();
        }

        var events = await EventsAsync(app);
        await app.DisposeAsync();
        Assert.Equal([14, 7, 1, 0], events.Select(data => (long)data["days_left"]!));
        Assert.All(events, data =>
        {
            Assert.Equal($"{Rehearsal.PublicUrl}/accounts/{id}/connect", (string?)data["connect_url"]);
            Assert.Equal(_clock.GetUtcNow(), (DateTimeOffset)data["expires_at"]!);
        });
        Assert.Equal([true, true, true, false], events.Select(data => (bool)data["warning"]!));
        Assert.Equal(["active", "active", "active", "reconnect_required"], events.Select(data => (string?)data["account"]!["status"]));
    }

    [Fact]
    public async Task After_a_long_stop_only_the_nearest_warning_comes()
    {
        await using (var app = await StartAsync()) await ConnectAsync(app, 60);
        _clock.Jump(TimeSpan.FromDays(55));

        await using var later = await StartAsync();
        await later.RenewTokensAsync();

        Assert.Equal([5L], (await EventsAsync(later)).Select(data => (long)data["days_left"]!));
    }

    [Fact]
    public async Task Tokens_that_were_given_late_do_not_warn_of_what_their_giver_knows()
    {
        await using var app = await StartAsync();
        await ConnectAsync(app, 5);

        await app.RenewTokensAsync();

        Assert.Empty(await EventsAsync(app));
    }

    [Fact]
    public async Task Connecting_it_again_begins_anew()
    {
        await using var app = await StartAsync();
        await ConnectAsync(app, 60);
        _clock.Jump(TimeSpan.FromDays(50));
        await app.RenewTokensAsync();
        await ConnectAsync(app, 60);
        _clock.Jump(TimeSpan.FromDays(50));
        await app.RenewTokensAsync();

        Assert.Equal([10L, 10L], (await EventsAsync(app)).Select(data => (long)data["days_left"]!));
    }

    [Fact]
    public async Task What_renews_itself_is_never_warned_of()
    {
        await using var app = await SidecarApp.StartAsync(_clock, null, Rehearsal.Setting);
        for (var day = 0; day < 100; day++)
        {
            _clock.Jump(TimeSpan.FromDays(1));
            await app.RenewTokensAsync();
        }

        Assert.Empty(await EventsAsync(app));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_ends_no_account()
    {
        await using var app = await StartAsync();
        var id = await ConnectAsync(app, 60);
        _clock.Jump(TimeSpan.FromDays(400));

        await app.RenewTokensAsync();

        Assert.Equal("active", (string?)(await app.AccountAsync(id))["status"]);
    }

    public async ValueTask InitializeAsync() => _pinterest = await FakePinterest.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _pinterest.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    // Without an app: nothing can renew a token.
    private Task<SidecarApp> StartAsync() => SidecarApp.StartAsync(_clock, _data, [.. _pinterest.Settings[..2], Rehearsal.Setting]);

    private async Task<string> ConnectAsync(SidecarApp app, int days)
    {
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        return (string)(await app.PostAsync("/v1/accounts", new
        {
            environment = "production",
            access_token = "pina_1",
            refresh_token = "pinr_1",
            expires_in = 86_400 * Math.Min(days, 30),
            refresh_token_expires_in = 86_400 * days,
        }))["id"]!;
    }

    private static async Task<List<JsonNode>> EventsAsync(SidecarApp app) =>
    [
        .. (await app.GetAsync("/v1/events?types=account.reconnect_required"))["items"]!.AsArray().Reverse()
            .Select(item => item!["data"]!),
    ];
}
