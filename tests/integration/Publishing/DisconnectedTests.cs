using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>An account is disconnected while one of its pins is with Pinterest: nothing stays as it is for ever.</summary>
public sealed class DisconnectedTests : IAsyncLifetime
{
    private const string Token = "pina_1";

    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayAnswer = new();
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser(Token, "1", "lamps");
        _app = await StartAsync();
        _account = (string)(await ConnectAsync())["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _mayAnswer.TrySetResult();
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData(201, 0, "published", null)]
    [InlineData(500, 0, "unconfirmed", "outcome_unknown")]
    [InlineData(429, 8, "canceled", "account_not_found")]
    [InlineData(400, 1, "failed", "pinterest_refused")]
    public async Task An_answer_that_comes_after_its_account_was_disconnected_counts(
        int status, int code, string expected, string? error)
    {
        var pin = await UnderWayAsync(status, code);

        await DisconnectAsync();
        Assert.Equal("publishing", (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["status"]);
        _mayAnswer.SetResult();
        await FinalAsync(pin);

        var row = await _app.GetAsync($"/v1/pins/{pin}");
        Assert.Equal((expected, error), ((string?)row["status"], (string?)row["error_code"]));
        Assert.Equal($"pin.{expected}", (string?)(await _app.GetAsync($"/v1/events?types=pin.{expected}"))["items"]![0]!["type"]);
    }

    [Fact]
    public async Task A_pin_that_is_looked_for_is_unconfirmed_and_says_so_in_an_event()
    {
        var pin = await LookedForAsync();

        await DisconnectAsync();

        var row = await _app.GetAsync($"/v1/pins/{pin}");
        var told = Assert.Single((await _app.GetAsync("/v1/events?types=pin.unconfirmed"))["items"]!.AsArray());
        Assert.Equal(("unconfirmed", "outcome_unknown"), ((string?)row["status"], (string?)row["error_code"]));
        Assert.Contains("account was disconnected", (string?)row["error_message"], StringComparison.Ordinal);
        Assert.Contains("/resolve", (string?)row["error_remediation"], StringComparison.Ordinal);
        Assert.Equal(pin, (string?)told!["data"]!["pin"]!["id"]);
        var attempt = Assert.Single((await _app.GetAsync($"/v1/pins/{pin}/attempts"))["items"]!.AsArray())!;
        Assert.Equal(("unknown", "undecided"), ((string?)attempt["outcome"], (string?)attempt["conclusion"]));
    }

    [Fact]
    public async Task It_is_resolved_by_hand_as_published()
    {
        var pin = await LookedForAsync();
        await DisconnectAsync();

        var resolved = await _app.PostAsync($"/v1/pins/{pin}/resolve", new { @as = "published", pinterest_pin_id = "77" });

        Assert.Equal(("published", "77"), ((string?)resolved["status"], (string?)resolved["pinterest_pin_id"]));
    }

    [Fact]
    public async Task Resolved_as_not_published_it_is_canceled_and_can_be_forgotten()
    {
        var pin = await LookedForAsync();
        await DisconnectAsync();

        var resolved = await _app.PostAsync($"/v1/pins/{pin}/resolve", new { @as = "not_published" });

        Assert.Equal(("canceled", "account_not_found"), ((string?)resolved["status"], (string?)resolved["error_code"]));
        Assert.Contains("POST /v1/accounts", (string?)resolved["error_remediation"], StringComparison.Ordinal);
        Assert.Single((await _app.GetAsync("/v1/events?types=pin.canceled"))["items"]!.AsArray());
        Assert.True((await _app.Admin.DeleteAsync($"/v1/pins/{pin}")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Resolved_as_not_published_after_its_account_came_back_it_is_queued_again()
    {
        var pin = await LookedForAsync();
        await DisconnectAsync();
        await ConnectAsync();
        await _app.PostAsync($"/v1/accounts/{_account}/hold");

        var resolved = await _app.PostAsync($"/v1/pins/{pin}/resolve", new { @as = "not_published" });

        Assert.Equal(("queued", null), ((string?)resolved["status"], (string?)resolved["error_code"]));
    }

    [Fact]
    public async Task After_a_crash_a_pin_whose_account_had_been_disconnected_is_unconfirmed()
    {
        var pin = await UnderWayAsync(201, 0);
        await DisconnectAsync();
        var crash = _app.CrashAsync();
        _mayAnswer.SetResult();
        await crash;

        _app = await StartAsync();

        Assert.Equal("unconfirmed", (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["status"]);
    }

    [Fact]
    public async Task A_pin_that_an_older_version_left_behind_is_unconfirmed_at_the_next_start()
    {
        var pin = await LookedForAsync();
        await _app.Services.GetRequiredService<Database>().WriteAsync(
            sql => sql.Execute("update accounts set deleted_at = 1 where id = @_account", new { _account }));
        await _app.DisposeAsync();

        _app = await StartAsync();

        Assert.Equal("unconfirmed", (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["status"]);
    }

    private Task<SidecarApp> StartAsync() => SidecarApp.StartAsync(new ManualClock(), _data, _pinterest.Settings);

    private Task<JsonNode> ConnectAsync() => _app.PostAsync("/v1/accounts", new { environment = "production", access_token = Token });

    private Task DisconnectAsync() => SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/accounts/{_account}", null);

    /// <summary>A pin whose request has arrived, and is answered when the test lets it.</summary>
    private async Task<string> UnderWayAsync(int status, int code)
    {
        _pinterest.On("POST /v5/pins", _ =>
        {
            _arrived.TrySetResult();
            _mayAnswer.Task.Wait();
            return (status, status == 201 ? new { id = "55" } : new { code, message = "As the test arranged." });
        });
        var pin = await _app.PublishAsync(SidecarApp.Pin(("board", null), ("board_id", "1"), ("account_id", _account)));
        await _arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return pin;
    }

    /// <summary>A pin whose answer was lost, so that its board is looked at.</summary>
    private async Task<string> LookedForAsync()
    {
        var pin = await UnderWayAsync(500, 0);
        _mayAnswer.SetResult();
        await Eventually.TrueAsync(async () => (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["waiting_for"]?["code"] == "reconciling");
        return pin;
    }

    private Task FinalAsync(string pin) => Eventually.TrueAsync(
        async () => (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["status"] is not "publishing");
}
