using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Videos;

/// <summary>What becomes of a video when a call about it fails, or the connector ends in the middle.</summary>
public sealed class VideoFaultTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("register_unavailable", 1, 1, 2)]
    [InlineData("upload_refused", 1, 2, 2)]
    [InlineData("upload_dropped", 1, 2, 2)]
    [InlineData("media_lost", 1, 2, 2)]
    [InlineData("media_failed", 1, 2, 2)]
    [InlineData("media_slow", 1, 1, 1)]
    public async Task A_fault_on_the_way_is_got_over(string fault, int times, int uploads, int registrations)
    {
        _app.Order(fault, times, seconds: 3600);

        var pin = await _app.SettledAsync(await PublishAsync());

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(
            (registrations, uploads, 1), (_app.CallsOf("register_media"), _app.CallsOf("upload_media"), _app.CallsOf("create_pin")));
    }

    [Theory]
    [InlineData("media_failed", 2, "could not process the video, 2 times")]
    [InlineData("media_stuck", 1, "has been processing the video since")]
    [InlineData("upload_refused", 5, "That happened 5 times")]
    public async Task What_cannot_be_got_over_ends_with_all_that_is_known(string fault, int times, string words)
    {
        _app.Order(fault, times);

        var pin = await _app.SettledAsync(await PublishAsync());

        Assert.Equal(
            ("failed", "media_processing_failed", true), ((string?)pin["status"], (string?)pin["error_code"], (bool?)pin["retryable"]));
        Assert.Contains(words, (string?)pin["error_message"]);
        Assert.NotNull(pin["error_remediation"]);
        Assert.Equal(0, _app.CallsOf("create_pin"));
        Assert.Equal("pin.failed", (string?)(await _app.GetAsync("/v1/events"))["items"]![0]!["type"]);
    }

    [Fact]
    public async Task A_failed_video_can_be_tried_again_and_is_uploaded_anew()
    {
        _app.Order("media_failed", 2);
        var id = await PublishAsync();
        await _app.SettledAsync(id);

        await _app.PostAsync($"/v1/pins/{id}/retry");

        Assert.Equal("published", (string?)(await _app.SettledAsync(id))["status"]);
        Assert.Equal(3, _app.CallsOf("upload_media"));
    }

    [Fact]
    public async Task What_arrived_although_the_answer_was_lost_is_not_sent_again()
    {
        _app.Order(await _app.FirstAccountAsync(), "accept_then_drop", "upload_media", times: 1);

        Assert.Equal("published", (string?)(await _app.SettledAsync(await PublishAsync()))["status"]);

        Assert.Equal((1, 1), (_app.CallsOf("register_media"), _app.CallsOf("upload_media")));
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_video_was()
    {
        var clock = new ManualClock();
        var directory = Directory.CreateTempSubdirectory("connector-video-").FullName;
        await using var pinterest = await SidecarApp.StartAsync(clock);
        var settings = await pinterest.AsTheirPinterestAsync();
        pinterest.Order("media_slow", seconds: 30);
        // On Kestrel: the test starts it again.
        var first = await RunningConnector.StartAsync(clock, directory, settings);
        var id = await PublishAsync(app: first);
        for (var look = 0; look < 500
            && (string?)(await first.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["message"] is var said
            && said?.StartsWith("Pinterest processes", StringComparison.Ordinal) is not true; look++)
            await first.StepAsync(await first.FirstAccountAsync());
        await first.CrashAsync();

        await using (var second = await RunningConnector.StartAsync(clock, directory, settings))
        {
            Assert.Equal("published", (string?)(await second.SettledAsync(id))["status"]);
        }

        Assert.Equal((1, 1), (pinterest.CallsOf("upload_media"), pinterest.CallsOf("create_pin")));
        Directory.Delete(directory, recursive: true);
    }

    private Task<string> PublishAsync(SidecarApp? app = null) => (app ?? _app).PublishVideoAsync();
}
