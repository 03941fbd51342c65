using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Logs;

/// <summary>Reads the log as a person does at night: each cause is one line, with who, why, and what happens next.</summary>
public sealed class BadDayTests : IAsyncLifetime
{
    private const string SayIt = "Logging:LogLevel:Default=Information";

    private readonly ManualClock _clock = new();
    private Receiver _receiver = null!;
    private SidecarApp _app = null!;
    private string _account = "", _board = "";

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _app = await SidecarApp.StartAsync(_clock, null, WebhookCalls.ToLoopback, SayIt);
        _account = await _app.FirstAccountAsync();
        await _app.UnhurryAsync(_account);
        _board = (string)(await _app.GetAsync("/v1/boards"))["items"]!.AsArray().Single(b => (string?)b!["name"] == "Home decor")!["id"]!;
    }

    [Fact]
    public async Task A_pin_that_failed_or_is_unconfirmed_is_a_warning_with_what_to_do_and_one_that_went_out_is_not()
    {
        var published = await EndAsync("published");
        _app.Order("image_broken");
        var failed = await EndAsync("failed");
        _app.Order("accept_then_drop");
        _app.Order(_account, "data_access_denied", "list_board_pins", times: 1);
        var unconfirmed = await EndAsync("unconfirmed");

        await LineAsync("Information", published, Account, $"was published on board {_board} as ", "(attempt 1, Pinterest's request ");
        await LineAsync(
            "Warning", failed, Account, $"for board {_board} failed and is not sent again: media_broken.", "Check that the address");
        await LineAsync("Information", unconfirmed, Account, $"board {_board} is read at 20", "nothing is sent before that");
        await LineAsync(
            "Warning", unconfirmed, Account, "is unconfirmed", $"POST /v1/pins/{unconfirmed}/resolve", "its board was read 1 times");
        Assert.Equal(2, Lines("Warning").Count);
    }

    [Fact]
    public async Task A_blocked_link_is_one_warning_for_its_pin_and_one_for_all_that_wait_behind_it()
    {
        await _app.PostAsync($"/v1/accounts/{_account}/hold");
        _app.Order("link_blocked");
        var blocked = await _app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/a")));
        await _app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/b")));
        await _app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/c")));
        await _app.PostAsync($"/v1/accounts/{_account}/resume");
        await _app.SettledAsync(blocked);

        await LineAsync("Information", Account, "is held and its pins wait: Held by the user", $"POST /v1/accounts/{_account}/resume");
        await LineAsync("Information", Account, "goes on", "(user) is over");
        await LineAsync("Warning", blocked, Account, "link_blocked");
        await LineAsync("Warning", Account, "Pinterest blocks links to spam.example", "2 queued pins that lead there wait until 20");
    }

    [Fact]
    public async Task An_outage_is_said_once_when_it_begins_and_once_when_it_ends()
    {
        _app.Order("server_error", times: 14);
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(0, 4))
            foreach (var board in new[] { "Home decor", "Recipes", "Travel ideas" })
                ids.Add(await _app.PublishAsync(SidecarApp.Pin(("board", board), ("title", $"Lamp {number}"))));
        foreach (var id in ids) Assert.Equal("published", (string?)(await _app.SettledAsync(id))["status"]);

        await LineAsync("Warning", Account, "(pinterest_unavailable)", "Nothing needs to be done", "It is tried again by itself at 20");
        await LineAsync("Information", Account, "goes on", "(pinterest_unavailable) is over");
        Assert.Single(Lines("Warning"));
    }

    [Fact]
    public async Task A_dead_token_is_one_warning_that_says_who_must_be_connected_again()
    {
        _app.Order("token_expired", times: 2);
        _app.Order(_account, "refresh_refused", "refresh_token", times: 1);
        var first = await _app.PublishAsync();
        await _app.PublishAsync();
        while ((string?)(await _app.GetAsync($"/v1/accounts/{_account}"))["status"] == "active") await _app.StepAsync(_account);
        await Eventually.TrueAsync(() => Lines("Information").Any(line => line.Contains(first, StringComparison.Ordinal)));
        await _app.SimulatorAccountAsync("Simulator");
        await _app.SettledAsync(first);

        await LineAsync(
            "Warning", Account, "must be connected again with POST /v1/accounts", "reconnect_required", "refused to renew the token");
        await LineAsync("Information", first, "waits until the account goes on");
        await LineAsync("Information", Account, "goes on", "(reconnect_required) is over");
        Assert.Single(Lines("Warning"));
    }

    [Fact]
    public async Task A_block_for_spam_is_a_warning_with_the_time_of_the_next_try()
    {
        _app.Order("spam_blocked");
        await _app.PublishAsync();
        while ((string?)(await _app.GetAsync($"/v1/accounts/{_account}"))["status"] == "active") await _app.StepAsync(_account);

        await LineAsync("Warning", Account, "(spam_blocked)", "It is tried again by itself at 20");
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_said_once_and_counted_and_a_webhook_looks_different_from_a_callback()
    {
        var webhook = (string)(await _app.ListenAsync(_receiver.Url + "/hook?token=secret"))["id"]!;
        _receiver.AnswerWith(HttpStatusCode.BadGateway);
        var pin = await EndAsync("published", ("callback_url", _receiver.Url + "/callback?token=secret"));
        for (var tries = 0; tries < 6; tries++) await _app.NextTryAsync();
        _receiver.AnswerWith(HttpStatusCode.OK);
        while (await _app.RestAsync() is not null) await _app.NextTryAsync();

        var host = new Uri(_receiver.Url).Authority;
        await LineAsync(
            "Warning", $"Webhook {webhook} to {host} failed", $"(pin.published of {pin})", "answered 502", "It is tried again at 20");
        await LineAsync("Warning", $"Callbacks to {host} failed", $"(pin.published of {pin})", "answered 502", "It is tried again at 20");
        await LineAsync("Information", $"Webhook {webhook} to {host} works again after ", " failed attempts since 20");
        await LineAsync("Information", $"Callbacks to {host} works again after ");
        Assert.InRange(Lines("Warning").Count, 2, 6);
        Assert.DoesNotContain(_app.Logs.Lines, line => line.Contains("token=secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_disabled_is_a_warning_that_says_how_it_is_enabled()
    {
        var webhook = (string)(await _app.ListenAsync(_receiver.Url))["id"]!;
        _receiver.AnswerWith(HttpStatusCode.Gone);
        await EndAsync("published");
        await _app.RestAsync();

        await LineAsync("Warning", $"Webhook {webhook} ", "is disabled", "410 Gone", "PATCH");
    }

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task A_disk_that_is_nearly_full_is_one_warning_however_many_are_refused()
    {
        await using var full = await SidecarApp.StartAsync(
            new ManualClock(), null, SayIt, $"Connector:Database:FreeSpaceFloorBytes={long.MaxValue}");
        foreach (var _ in Enumerable.Range(0, 3)) await full.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin());

        var line = Assert.Single(full.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Contains($"The disk of {full.DataDirectory} has less than ", line, StringComparison.Ordinal);
        Assert.Contains("Make room.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_says_what_is_left_for_the_next_start()
    {
        await _app.PublishAsync(SidecarApp.Pin(("publish_at", _clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
        await _app.StopAsync();

        await LineAsync("Information", "The connector stops: it takes no more requests, and waits up to 20 seconds");
        await LineAsync(
            "Information", "The connector has stopped, after 0.0 seconds. For the next start: 1 pins wait, and 0 are looked for");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    private string Account => $"ccount \"Simulator\" ({_account})";

    private async Task<string> EndAsync(string status, params (string Field, JsonNode? Value)[] fields)
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(fields));
        Assert.Equal(status, (string?)(await _app.SettledAsync(id))["status"]);
        await Eventually.TrueAsync(() => _app.Logs.Lines.Any(line => line.Contains($"Pin {id} ", StringComparison.Ordinal)));
        return id;
    }

    private List<string> Lines(string level) =>
        [.. _app.Logs.Lines.Where(line => line.StartsWith(level + " Connector.", StringComparison.Ordinal))];

    /// <summary>The one line of that level with all these words, which may be written after the commit that the test has seen.</summary>
    private async Task LineAsync(string level, params string[] words)
    {
        await Eventually.TrueAsync(() => Count() > 0, Found);
        Assert.True(Count() == 1, Found());

        string Found() => $"Not one line of {level} has {string.Join(" + ", words)}:\n{string.Join('\n', _app.Logs.Lines)}";

        int Count() => Lines(level).Count(line => words.All(word => line.Contains(word, StringComparison.Ordinal)));
    }
}
