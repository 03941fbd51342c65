using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing;

/// <summary>What becomes of a pin when our clock is wrong, or is set while it waits.</summary>
public sealed class WrongClockTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pin_accepted_while_the_clock_was_ahead_is_due_at_once_when_it_is_right_again(bool paced)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        if (paced) await app.PostAsync($"/v1/accounts/{account}/hold");
        app.Clock!.Jump(TimeSpan.FromHours(1));
        if (!paced) await app.PostAsync($"/v1/accounts/{account}/hold");
        var id = await app.PublishAsync();
        app.Clock.Jump(TimeSpan.FromHours(-1));
        var right = app.Clock.GetUtcNow();

        await app.PostAsync($"/v1/accounts/{account}/resume");

        Assert.InRange(DateTimeOffset.Parse((string)(await app.SettledAsync(id))["published_at"]!), right, right.AddMinutes(1));
    }

    [Fact]
    public async Task So_is_one_that_was_accepted_before_a_restart()
    {
        var clock = new ManualClock();
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var id = "";
        clock.Jump(TimeSpan.FromHours(1));
        // On Kestrel: the test starts it again.
        await using (var wrong = await RunningConnector.StartAsync(clock, directory))
        {
            await wrong.PostAsync($"/v1/accounts/{await wrong.FirstAccountAsync()}/hold");
            id = await wrong.PublishAsync();
        }

        clock.Jump(TimeSpan.FromHours(-1));
        var right = clock.GetUtcNow();
        await using (var app = await RunningConnector.StartAsync(clock, directory))
        {
            await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");
            Assert.InRange(DateTimeOffset.Parse((string)(await app.SettledAsync(id))["published_at"]!), right, right.AddMinutes(1));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task One_that_was_due_only_by_the_wrong_clock_waits_for_its_own_time_and_says_so()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        var at = app.Clock!.GetUtcNow().AddMinutes(30);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        app.Clock.Jump(TimeSpan.FromHours(1));
        var id = await app.PublishAsync(SidecarApp.Pin(("publish_at", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
        Assert.Equal("queued", (string?)(await app.GetAsync($"/v1/pins/{id}"))["status"]);
        app.Clock.Jump(TimeSpan.FromHours(-1));

        await app.PostAsync($"/v1/accounts/{account}/resume");
        await app.StepAsync(account);

        Assert.Equal("publish_at", (string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);
        Assert.InRange(DateTimeOffset.Parse((string)(await app.SettledAsync(id))["published_at"]!), at, at.AddSeconds(1));
    }

    [Fact]
    public async Task A_video_begun_while_the_clock_was_ahead_goes_on_at_once_when_it_is_right_again()
    {
        await using var pinterest = await SidecarApp.StartAsync(new ManualClock());
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock, settings: await pinterest.AsTheirPinterestAsync());
        var account = await app.FirstAccountAsync();
        clock.Jump(TimeSpan.FromHours(1));
        var id = await app.PublishAsync(
            SidecarApp.Pin(("image_url", null), ("asset_id", (await app.GivenAsync(SampleMedia.Movie()))["id"])));
        while ((await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["message"]!.ToString().Split(',')[0]
            != "Pinterest processes the video") await app.StepAsync(account);
        pinterest.Clock!.Advance(TimeSpan.FromMinutes(1));
        clock.Jump(TimeSpan.FromHours(-1));
        var right = clock.GetUtcNow();

        await app.LookAgainAsync(account);

        Assert.InRange(DateTimeOffset.Parse((string)(await app.SettledAsync(id))["published_at"]!), right, right.AddMinutes(1));
    }

    /// <summary>
    /// With 300 newer pins the one looked for is on the second page, which a reading that trusts a wrong clock would not open.
    /// </summary>
    [Theory]
    [InlineData(null, false, "unconfirmed")]
    [InlineData(null, true, "unconfirmed")]
    [InlineData("https://example.com/lamp", false, "published")]
    [InlineData("https://example.com/lamp", true, "published")]
    public async Task A_pin_sent_while_the_clock_was_ahead_is_never_called_absent(string? link, bool wasRight, string status)
    {
        await using var pinterest = await SidecarApp.StartAsync(new ManualClock());
        var clock = new ManualClock();
        if (!wasRight) clock.Jump(TimeSpan.FromHours(2));
        await using var app = await SidecarApp.StartAsync(clock, settings: await pinterest.AsTheirPinterestAsync());
        var account = await app.FirstAccountAsync();
        if (wasRight) clock.Jump(TimeSpan.FromHours(2));
        pinterest.Order("accept_then_drop", account: "simulator_2");
        var id = await app.PublishAsync(SidecarApp.Pin(("link_url", link)));
        while ((string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"] != "reconciling") await app.StepAsync(account);
        if (wasRight) clock.Jump(TimeSpan.FromHours(-2));
        var board = (string)(await app.GetAsync($"/v1/pins/{id}"))["board_id"]!;
        for (var i = 0; i < 300; i++) pinterest.AddForeignPin("simulator_2", board, $"Newer {i}");

        var pin = await app.SettledAsync(id);

        Assert.Equal(status, (string?)pin["status"]);
        Assert.Equal(301, pinterest.PinsOnPinterest());
    }
}
