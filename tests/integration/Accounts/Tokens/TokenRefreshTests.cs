using System.Net;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Accounts.Tokens;
using Connector.Pinterest;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Accounts.Tokens;

/// <summary>Tokens against the simulator, which rotates them as Pinterest does: a refresh token works once.</summary>
public sealed class TokenRefreshTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;
    private SidecarApp _app = null!;

    // Known before a token is old, so that accepting a pin needs no call.
    private string _board = "";

    [Fact]
    public async Task However_many_callers_find_the_token_old_it_is_renewed_once()
    {
        _clock.Jump(TimeSpan.FromDays(31));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => _app.GetAsync("/v1/boards")));

        Assert.Equal(1, await _app.CountAsync("refresh_token"));
    }

    [Fact]
    public async Task A_renewal_that_fails_fails_once_for_all_who_wait_for_it()
    {
        var row = _app.Services.GetRequiredService<AccountStore>().Find(await _app.FirstAccountAsync())!;
        await _app.FaultAsync("slow_headers", operation: "refresh_token", seconds: 5);
        await _app.FaultAsync("refresh_unavailable", times: 1000);
        var refresher = _app.Services.GetRequiredService<TokenRefresher>();

        var all = Enumerable.Range(0, 64).Select(_ => refresher.RefreshAsync(row, CancellationToken.None)).ToList();
        await Eventually.TrueAsync(async () => await _app.CountAsync("refresh_token") > 0);
        _clock.Advance(TimeSpan.FromSeconds(6));

        foreach (var one in all) await Assert.ThrowsAsync<PinterestException>(() => one);
        Assert.Equal(1, await _app.CountAsync("refresh_token"));
        Assert.Equal("active", await StatusAsync());
    }

    [Fact]
    public async Task A_401_renews_the_token_and_makes_the_call_once_more()
    {
        await _app.FaultAsync("token_expired", times: 1);

        var pin = await _app.SettledAsync(await _app.PublishAsync());

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal((1, 2), (await _app.CountAsync("refresh_token"), await _app.CountAsync("create_pin")));
        Assert.Single(await _app.SimulatedPinsAsync());
    }

    [Fact]
    public async Task A_new_token_that_is_refused_too_stops_the_account_instead_of_asking_for_ever()
    {
        await _app.FaultAsync("token_expired", times: 2);

        var id = await _app.PublishAsync();
        await Eventually.TrueAsync(async () => await StatusAsync() == "reconnect_required");

        Assert.Equal((1, 2), (await _app.CountAsync("refresh_token"), await _app.CountAsync("create_pin")));
        await Eventually.TrueAsync(async () => (string?)(await _app.GetAsync($"/v1/pins/{id}"))["status"] == "queued");
        Assert.Equal("account_hold", (string?)(await _app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);
    }

    [Fact]
    public async Task A_refused_renewal_keeps_the_pins_and_connecting_again_sends_them()
    {
        _clock.Jump(TimeSpan.FromDays(31));
        await _app.FaultAsync("refresh_refused");
        var account = await _app.FirstAccountAsync();
        using var refused = await _app.Admin.GetAsync("/v1/boards");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.Conflict, "reconnect_required"), (refused.StatusCode, (string?)problem["code"]));
        Assert.Contains("POST /v1/accounts", (string?)problem["remediation"], StringComparison.Ordinal);
        var id = await _app.PublishAsync(Pin());
        Assert.Equal("account_hold", (string?)(await _app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);

        var again = await _app.SimulatorAccountAsync("Simulator");

        Assert.Equal(account, again);
        Assert.Equal("active", await StatusAsync());
        Assert.Equal("published", (string?)(await _app.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task A_renewal_that_cannot_be_made_changes_nothing_and_is_made_later()
    {
        _clock.Jump(TimeSpan.FromDays(31));
        await _app.FaultAsync("refresh_unavailable", times: 3);
        var id = await _app.PublishAsync(Pin());

        var pin = await _app.SettledAsync(id);

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(4, await _app.CountAsync("refresh_token"));
        Assert.Equal("active", await StatusAsync());
    }

    [Fact]
    public async Task An_old_token_goes_on_working_while_the_new_one_cannot_be_had()
    {
        _clock.Jump(TimeSpan.FromDays(25));
        await _app.FaultAsync("refresh_unavailable", times: 1000);

        Assert.Equal("published", (string?)(await _app.SettledAsync(await _app.PublishAsync()))["status"]);
        Assert.Equal("active", await StatusAsync());
    }

    [Fact]
    public async Task A_rotated_pair_is_on_disk_before_it_is_used()
    {
        _clock.Jump(TimeSpan.FromDays(31));
        await _app.GetAsync("/v1/boards");
        await RestartAsync();
        _clock.Jump(TimeSpan.FromDays(31));

        await _app.GetAsync("/v1/boards");

        Assert.Equal("active", await StatusAsync());
    }

    [Fact]
    public async Task A_caller_that_hangs_up_does_not_lose_the_pair_that_is_being_rotated()
    {
        _clock.Jump(TimeSpan.FromDays(31));
        await _app.FaultAsync("slow_headers", operation: "refresh_token", seconds: 5);
        using var hangUp = new CancellationTokenSource();
        var row = _app.Services.GetRequiredService<AccountStore>().Find(await _app.FirstAccountAsync())!;
        var caller = _app.Services.GetRequiredService<TokenRefresher>().RefreshAsync(row, hangUp.Token);
        await Eventually.TrueAsync(async () => await _app.CountAsync("refresh_token") > 0);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        var next = _app.GetAsync("/v1/boards");
        _clock.Advance(TimeSpan.FromSeconds(6));
        await next.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1, await _app.CountAsync("refresh_token"));
        Assert.Equal("active", await StatusAsync());
    }

    public async ValueTask InitializeAsync()
    {
        // On Kestrel: some tests start it again.
        _app = await RunningConnector.StartAsync(_clock, _data);
        _board = (string)(await _app.GetAsync("/v1/boards"))["items"]![0]!["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private JsonObject Pin() => SidecarApp.Pin(("board", null), ("board_id", _board));

    private async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _app = await RunningConnector.StartAsync(_clock, _data);
    }

    private async Task<string?> StatusAsync() => (string?)(await _app.GetAsync("/v1/accounts"))["items"]![0]!["status"];
}
