using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Videos;

/// <summary>A video on its way from us to a published pin, and what happens beside it.</summary>
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

    private Task<string> PublishAsync(string? assetId = null, (string, JsonNode?)? more = null) => _app.PublishVideoAsync(assetId, more);
}
