using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>What no pin can be made of is refused at once.</summary>
public sealed class MediaRefusalTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Theory]
    [InlineData("""{"asset_id":"ast_nobody"}""", 404, "not_found")]
    [InlineData("""{"video_url":"http://10.0.0.1/film.mp4"}""", 422, "url_not_allowed")]
    [InlineData("""{"image_url":"https://example.com/a.jpg","asset_id":"ast_1"}""", 400, "validation_failed")]
    [InlineData("""{"image_url":"https://example.com/a.jpg","cover_time_seconds":1}""", 400, "validation_failed")]
    [InlineData(
        """{"video_url":"https://example.com/a.mp4","cover_time_seconds":1,"cover_image_url":"https://example.com/a.jpg"}""",
        400, "validation_failed")]
    [InlineData("""{"image_base64":"AAAA","snapshot_media":true}""", 400, "validation_failed")]
    [InlineData("""{"carousel":[{"image_url":"https://example.com/a.jpg"}]}""", 400, "validation_failed")]
    [InlineData("""{"carousel":[{"image_url":"https://example.com/a.jpg"},{"title":"Nothing"}]}""", 400, "validation_failed")]
    [InlineData("""{"carousel":[{"image_url":"https://example.com/a.jpg"},{"image_url":"not an address"}]}""", 400, "validation_failed")]
    public async Task What_makes_no_pin_is_refused_in_a_batch_as_alone(string media, int status, string code)
    {
        var pin = Without([.. JsonNode.Parse(media)!.AsObject().Select(field => (field.Key, field.Value))]);

        using var alone = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        var batch = await _app.PostAsync("/v1/pins/batch", new { pins = new[] { pin } });

        var problem = (await alone.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((status, code), ((int)alone.StatusCode, (string?)problem["code"]));
        problem["request_id"] = batch["items"]![0]!["problem"]!["request_id"]!.DeepClone();
        Assert.True(
            JsonNode.DeepEquals(problem, batch["items"]![0]!["problem"]), $"{problem} alone, {batch["items"]![0]!["problem"]} in a batch");
    }

    [Fact]
    public async Task A_cover_goes_with_a_video_only()
    {
        var image = await _app.GivenAsync(SampleMedia.Png(1205));
        var video = await _app.GivenAsync(SampleMedia.Movie());

        Assert.Equal("validation_failed", await CodeAsync(Without(("asset_id", image["id"]), ("cover_time_seconds", 1))));
        Assert.Equal("validation_failed", await CodeAsync(Without(("asset_id", video["id"]), ("cover_asset_id", video["id"]))));
        Assert.Null(await CodeAsync(Without(("asset_id", video["id"]), ("cover_asset_id", image["id"]))));
    }

    [Fact]
    public async Task A_cover_behind_the_end_of_a_film_is_refused_as_soon_as_its_length_is_known()
    {
        world.Serve("/six.mp4", SampleMedia.Movie(new Film { Seconds = 6 }));
        var asset = (await _app.GivenAsync(SampleMedia.Movie(new Film { Seconds = 6 })))["id"];
        JsonObject Late(string field, JsonNode? film, bool? snapshot = null) =>
            Without((field, film?.DeepClone()), ("cover_time_seconds", 30), ("snapshot_media", snapshot));

        using var given = await _app.Admin.PostAsJsonAsync("/v1/pins", Late("asset_id", asset));
        using var taken = await _app.Admin.PostAsJsonAsync("/v1/pins", Late("video_url", $"{world.Url}/six.mp4", snapshot: true));
        using var seen = await _app.Admin.PostAsJsonAsync("/v1/pins?fetch_media=true", Late("video_url", $"{world.Url}/six.mp4"));
        var fetched = await _app.PublishAsync(Late("video_url", $"{world.Url}/six.mp4"));
        var pin = await _app.GetAsync($"/v1/pins/{fetched}?wait=30");

        foreach (var refused in new[] { given, taken, seen })
            Assert.Equal("video_cover_time", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]);
        Assert.Equal(("failed", "video_cover_time"), ((string?)pin["status"], (string?)pin["error_code"]));
    }

    [Fact]
    public async Task Bytes_that_Pinterest_refuses_are_refused_at_once()
    {
        Assert.Equal("media_too_small", await CodeAsync(Without(("image_base64", Convert.ToBase64String(SampleMedia.Png(50, 50))))));
        Assert.Equal("media_broken", await CodeAsync(Without(("image_base64", Convert.ToBase64String(SampleMedia.Png(hasEnd: false))))));
        Assert.Equal(
            "media_type_unsupported", await CodeAsync(Without(("image_base64", Convert.ToBase64String([.. "BM"u8, .. new byte[20]])))));
        Assert.Equal("validation_failed", await CodeAsync(Without(("image_base64", Convert.ToBase64String(SampleMedia.Movie())))));
    }

    private async Task<string?> CodeAsync(JsonObject pin)
    {
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"];
    }

    private static JsonObject Without(params (string, JsonNode?)[] fields) => SidecarApp.Pin([("image_url", null), .. fields]);
}
