using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Videos;

public sealed class VideoTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_video_is_registered_uploaded_processed_and_then_published()
    {
        var id = await PublishAsync();
        var said = new HashSet<string?>();
        var pin = await UntilFinalAsync(id, said);

        Assert.Equal(("published", "video"), ((string?)pin["status"], (string?)pin["media_type"]));
        Assert.Equal((1, 1, 1), (_app.CallsOf("register_media"), _app.CallsOf("upload_media"), _app.CallsOf("create_pin")));
        Assert.Contains(said, message => message!.StartsWith("Pinterest processes the video, since ", StringComparison.Ordinal));
        Assert.Equal("video", (string?)(await _app.GetAsync("/v1/simulator/pins"))["items"]![0]!["media_type"]);
    }

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

    [Theory]
    [InlineData("register_media")]
    [InlineData("upload_media")]
    public async Task An_image_is_published_while_a_video_is_still_at(string call)
    {
        await _app.FaultAsync("slow_headers", call, seconds: 10, times: 1);
        var video = await PublishAsync();
        await Eventually.TrueAsync(() => _app.CallsOf(call) == 1);

        var image = await _app.PublishAsync();

        Assert.Equal("published", (string?)(await _app.SettledAsync(image))["status"]);
        Assert.Equal("media_processing", (string?)(await _app.GetAsync($"/v1/pins/{video}"))["waiting_for"]!["code"]);
        Assert.Equal(1, _app.CallsOf("create_pin"));
    }

    [Fact]
    public async Task A_long_upload_does_not_delay_an_image()
    {
        _app.Order("media_stuck");
        var video = await PublishAsync();
        var image = await _app.PublishAsync();

        Assert.Equal("published", (string?)(await _app.SettledAsync(image))["status"]);
        var waiting = await UntilProcessedByPinterestAsync(video);
        Assert.Equal("media_processing", (string?)waiting["waiting_for"]!["code"]);
        Assert.Equal((DateTimeOffset)waiting["waiting_for"]!["until"]!, (DateTimeOffset)waiting["eta"]!["expected_at"]!);
    }

    [Fact]
    public async Task A_canceled_video_is_not_published_and_lets_go_of_its_file()
    {
        _app.Order("media_slow", seconds: 600);
        var asset = await _app.GivenAsync(SampleMedia.Movie());
        var id = await PublishAsync((string)asset["id"]!);
        Assert.Equal("Conflict", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());

        await _app.PostAsync($"/v1/pins/{id}/cancel");

        Assert.Equal("NoContent", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
        _app.Clock!.Advance(TimeSpan.FromHours(1));
        await _app.SettledAsync(await _app.PublishAsync());
        Assert.Equal(1, _app.CallsOf("create_pin"));
    }

    [Fact]
    public async Task The_video_of_a_scheduled_pin_is_with_Pinterest_when_its_time_comes()
    {
        var at = _app.Clock!.GetUtcNow().AddHours(5);
        var id = await PublishAsync(more: ("publish_at", at.ToString("O")));

        var pin = await _app.SettledAsync(id);

        Assert.Equal(at, (DateTimeOffset)pin["published_at"]!);
    }

    [Fact]
    public async Task Only_a_few_videos_are_uploaded_ahead_of_their_turn()
    {
        var account = await _app.FirstAccountAsync();
        await _app.SetAsync(account, new { pins_per_day = 1 });
        var asset = (string)(await _app.GivenAsync(SampleMedia.Movie()))["id"]!;
        for (var i = 0; i < 10; i++) await PublishAsync(asset, ("title", $"Film {i}"));

        for (var step = 0; step < 500 && _app.CallsOf("create_pin") < 2; step++) await _app.StepAsync(account);

        Assert.InRange(_app.CallsOf("upload_media"), 5, 7);
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

    /// <summary>
    /// The image may be published before the video's first step is; only from its processing on is it known when it is looked at next.
    /// </summary>
    private async Task<JsonNode> UntilProcessedByPinterestAsync(string id)
    {
        for (var look = 0; look < 500; look++)
        {
            var pin = await _app.GetAsync($"/v1/pins/{id}");
            if (((string?)pin["waiting_for"]!["message"])!.StartsWith("Pinterest processes", StringComparison.Ordinal)) return pin;
            await _app.StepAsync((string)pin["account_id"]!);
        }

        throw new TimeoutException($"The video of pin {id} was not uploaded.");
    }

    private async Task<JsonNode> UntilFinalAsync(string id, HashSet<string?> said)
    {
        for (var look = 0; look < 500; look++)
        {
            var pin = await _app.GetAsync($"/v1/pins/{id}");
            if (pin["waiting_for"] is null) return pin;
            said.Add((string?)pin["waiting_for"]!["message"]);
            await _app.StepAsync((string)pin["account_id"]!);
        }

        throw new TimeoutException($"Pin {id} did not settle.");
    }

    private async Task<string> PublishAsync(string? assetId = null, (string, JsonNode?)? more = null, SidecarApp? app = null)
    {
        app ??= _app;
        assetId ??= (string)(await app.GivenAsync(SampleMedia.Movie()))["id"]!;
        var pin = SidecarApp.Pin(("image_url", null), ("asset_id", assetId));
        if (more is var (field, value)) pin[field] = value;
        return await app.PublishAsync(pin);
    }
}
