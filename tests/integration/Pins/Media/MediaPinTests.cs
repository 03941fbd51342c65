using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>Pins made of files, addresses and several pictures.</summary>
public sealed class MediaPinTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task An_image_is_published_from_a_file()
    {
        var asset = await _app.GivenAsync(SampleMedia.Jpeg());
        var id = await _app.PublishAsync(Without(("asset_id", asset["id"])));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(
            ("published", "image", (string?)asset["id"]), ((string?)pin["status"], (string?)pin["media_type"], (string?)pin["asset_id"]));
        Assert.Equal("NoContent", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
    }

    [Fact]
    public async Task A_file_that_a_pin_needs_is_not_deleted_until_it_has_ended()
    {
        var asset = await _app.GivenAsync(SampleMedia.Png(1201));
        var id = await _app.PublishAsync(Without(("asset_id", asset["id"]), ("publish_at", SidecarApp.MuchLater)));

        Assert.Equal("Conflict", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
        await _app.PostAsync($"/v1/pins/{id}/cancel");
        Assert.Equal("NoContent", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
    }

    [Fact]
    public async Task A_carousel_of_addresses_is_published()
    {
        var id = await _app.PublishAsync(Without(("carousel", Slides(
            new JsonObject { ["image_url"] = "https://example.com/1.jpg", ["title"] = "One", ["link_url"] = "https://example.com/1" },
            new JsonObject { ["image_url"] = "https://example.com/2.jpg" }))));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(("published", "carousel"), ((string?)pin["status"], (string?)pin["media_type"]));
        Assert.Equal(
            ("https://example.com/1.jpg", "One"), ((string?)pin["carousel"]![0]!["image_url"], (string?)pin["carousel"]![0]!["title"]));
    }

    [Fact]
    public async Task As_soon_as_one_picture_is_a_file_the_others_are_fetched()
    {
        world.Serve("/2.png", SampleMedia.Png(1500, 1500));
        var asset = await _app.GivenAsync(SampleMedia.Jpeg());
        var accepted = await _app.PostAsync("/v1/pins", Without(("carousel", Slides(
            new JsonObject { ["asset_id"] = asset["id"]!.DeepClone() },
            new JsonObject { ["image_url"] = $"{world.Url}/2.png" }))));

        Assert.StartsWith("ast_", (string?)accepted["carousel"]![1]!["asset_id"]);
        Assert.Contains("carousel_sizes", MediaWorld.Warnings(accepted));
        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30"))["status"]);
    }

    [Fact]
    public async Task The_pictures_of_a_carousel_are_compared_when_they_were_fetched()
    {
        world.Serve("/square.png", SampleMedia.Png(1000, 1500));
        world.Serve("/tall.png", SampleMedia.Png(1080, 2400));
        JsonObject Carousel() => Without(("carousel", Slides(
            new JsonObject { ["image_url"] = $"{world.Url}/square.png" }, new JsonObject { ["image_url"] = $"{world.Url}/tall.png" })));

        var accepted = await _app.PostAsync("/v1/pins?fetch_media=true", Carousel());
        var seen = (await _app.PostAsync("/v1/pins/validate", Carousel()))["checks"]!.AsArray();

        Assert.Contains("carousel_sizes", MediaWorld.Warnings(accepted));
        Assert.Equal("warning", (string?)seen.Single(check => (string?)check!["name"] == "carousel_sizes")!["status"]);
    }

    [Fact]
    public async Task A_video_is_fetched_from_its_address()
    {
        world.Serve("/film.mp4", SampleMedia.Movie());
        var id = await _app.PublishAsync(
            Without(("video_url", $"{world.Url}/film.mp4"), ("cover_image_url", "https://example.com/cover.jpg")));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(
            ("published", "video", "https://example.com/cover.jpg"),
            ((string?)pin["status"], (string?)pin["media_type"], (string?)pin["cover_image_url"]));
    }

    [Fact]
    public async Task An_address_that_leads_to_no_video_fails_the_pin_and_says_what_is_there()
    {
        world.Serve("/film.webm", [0x1A, 0x45, 0xDF, 0xA3, .. new byte[200]]);
        var id = await _app.PublishAsync(Without(("video_url", $"{world.Url}/film.webm")));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(("failed", "media_type_unsupported"), ((string?)pin["status"], (string?)pin["error_code"]));
        Assert.Contains("WebM", (string?)pin["error_message"]);
    }

    [Fact]
    public async Task The_same_picture_on_the_same_board_again_is_warned_of()
    {
        var id = await _app.PublishAsync(Without(("image_url", "https://example.com/same.jpg"), ("link_url", "https://example.com/same")));
        await _app.GetAsync($"/v1/pins/{id}?wait=30");

        var picture = await _app.PostAsync(
            "/v1/pins", Without(("image_url", "https://example.com/same.jpg"), ("link_url", "https://example.com/other")));
        var link = await _app.PostAsync(
            "/v1/pins", Without(("image_url", "https://example.com/other.jpg"), ("link_url", "https://example.com/same")));
        var elsewhere = await _app.PostAsync("/v1/pins", Without(("image_url", "https://example.com/same.jpg"), ("board", "Recipes")));

        Assert.Equal(["recent_media"], MediaWorld.Warnings(picture));
        Assert.Equal(["recent_link"], MediaWorld.Warnings(link));
        Assert.Equal([], MediaWorld.Warnings(elsewhere));
        Assert.Contains(id, picture["warnings"]!.ToJsonString());
    }

    private static JsonArray Slides(params JsonNode[] slides) => new(slides);

    private static JsonObject Without(params (string, JsonNode?)[] fields) => SidecarApp.Pin([("image_url", null), .. fields]);
}
