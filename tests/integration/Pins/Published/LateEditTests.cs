using Connector.Tests.Support;

namespace Connector.Tests.Pins.Published;

/// <summary>A change of a published pin that shows late is kept all the same.</summary>
public sealed class LateEditTests
{
    private const string Title = "A brass lamp";

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task What_Pinterest_shows_a_moment_later_took(int oldAnswers, bool took)
    {
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.KnowsUser("pina_1", "1", "lamps");
        await using var app = await SidecarApp.StartAsync(_clock, null, pinterest.Settings);
        await app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" });
        pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));
        pinterest.On("PATCH /v5/pins/77", _ => (200, new { id = "77" }));
        var looks = 0;
        pinterest.On("GET /v5/pins/77", _ => (200, new { id = "77", title = ++looks > oldAnswers ? Title : "A lamp" }));
        var id = await app.PublishAsync(SidecarApp.Pin(("board", null), ("board_id", "42")));
        await app.SettledAsync(id);

        var asked = SidecarApp.SendAsync(app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", new { title = Title });
        await _clock.WaitOutAsync(asked);

        var answer = await asked;
        Assert.Equal((took, 2), ((bool)answer["live"]!["took"]!, looks));
        Assert.Equal(took ? Title : "A lamp", (string?)answer["title"]);
        Assert.Equal(
            took ? [] : new[] { "live_differs" }, answer["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
    }
}
