using System.Net.Http.Json;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Published;

/// <summary>A change of a published pin ends well also when its caller has gone.</summary>
public sealed class AbandonedEditTests : IAsyncLifetime
{
    private const string Title = "A brass lamp";
    private static readonly TimeSpan Safely = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;
    private string _pin = "";

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
        await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" });
        _pin = await _app.PublishAsync(SidecarApp.Pin(("board", null), ("board_id", "42")));
        await _app.SettledAsync(_pin);
    }

    public async ValueTask DisposeAsync()
    {
        // An answer that is held back would keep the server from stopping.
        _mayAnswer.TrySetResult();
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
    }

    [Fact]
    public async Task It_is_looked_at_and_kept()
    {
        _pinterest.On("PATCH /v5/pins/77", _ => AnswerLate(200, new { id = "77" }));
        _pinterest.On("GET /v5/pins/77", _ => (200, new { id = "77", title = Title }));

        var asked = await AskAndLeaveAsync();
        _mayAnswer.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => asked.WaitAsync(Safely));

        await Eventually.TrueAsync(async () => await TitleAsync() == Title);
        Assert.Equal(1, CallsOf("PATCH /v5/pins/77"));
    }

    [Fact]
    public async Task One_that_Pinterest_blocks_for_spam_holds_the_account_and_leaves_the_pin_as_it_was()
    {
        _pinterest.On("PATCH /v5/pins/77", _ => AnswerLate(403, new { code = 29, message = "Sorry, you hit a block on Pinterest." }));

        var asked = await AskAndLeaveAsync();
        _mayAnswer.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => asked.WaitAsync(Safely));

        await Eventually.TrueAsync(async () => (string?)(await _app.GetAsync("/v1/accounts"))["items"]![0]!["status"] == "held");
        Assert.Equal("A lamp", await TitleAsync());
        Assert.Equal(0, CallsOf("GET /v5/pins/77"));
    }

    /// <summary>Leaves when Pinterest has the change and has not answered.</summary>
    /// <remarks>
    /// What is returned ends only with the request, and as that does: the server in memory lets nobody go before, and hands on errors.
    /// </remarks>
    private async Task<Task> AskAndLeaveAsync()
    {
        using var leaves = new CancellationTokenSource();
        var asked = _app.Admin.PatchAsJsonAsync($"/v1/pins/{_pin}", new { title = Title }, leaves.Token);
        await _arrived.Task.WaitAsync(Safely);

        await leaves.CancelAsync();

        Assert.Equal("A lamp", await TitleAsync());
        return asked;
    }

    private (int Status, object Body) AnswerLate(int status, object body)
    {
        _arrived.TrySetResult();
        _mayAnswer.Task.Wait(Safely);
        return (status, body);
    }

    private async Task<string?> TitleAsync() => (string?)(await _app.GetAsync($"/v1/pins/{_pin}"))["title"];

    private int CallsOf(string call) => _pinterest.Calls.Count(seen => seen.Call == call);
}
