using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Pins.Media;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Checks;

/// <summary>What validating a pin finds out behind its addresses.</summary>
public sealed class NetworkChecksTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        { "image_url", "right.png", "media_pixels", "passed " },
        { "image_url", "right.png", "media_reachable", "passed " },
        { "image_url", "wide.png", "media_ratio", "warning media_ratio" },
        { "image_url", "tiny.png", "media_pixels", "failed media_too_small" },
        { "image_url", "missing.png", "media_reachable", "failed media_unreachable" },
        { "image_url", "page.png", "media_reachable", "failed media_type_unsupported" },
        { "image_url", "film.mp4", "media_type", "failed media_type_unsupported" },
        { "video_url", "right.png", "media_type", "failed media_type_unsupported" },
        { "video_url", "film.mp4", "video_length", "passed " },
        { "video_url", "short.mp4", "video_length", "failed video_too_short" },
        { "video_url", "large.mp4", "media_content", "skipped " },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_checked_at_its_address(string field, string name, string check, string found)
    {
        world.Serve("/right.png", SampleMedia.Png());
        world.Serve("/wide.png", SampleMedia.Png(1500, 1000));
        world.Serve("/tiny.png", SampleMedia.Png(10, 15));
        world.Serve("/page.png", "<!doctype html><title>Sign in</title>"u8.ToArray());
        world.Serve("/film.mp4", SampleMedia.Movie());
        world.Serve("/short.mp4", SampleMedia.Movie(new Film { Seconds = 1 }));
        world.Serve("/large.mp4", [.. SampleMedia.Movie(), .. new byte[21 * 1024 * 1024]]);
        var before = Directory.GetFiles(Path.Combine(world.App.DataDirectory, "assets")).Length;

        var answer = await ValidateAsync(SidecarApp.Pin(("image_url", null), (field, $"{world.Url}/{name}")));

        Assert.Equal(found, Check(answer, check));
        Assert.Equal(!found.StartsWith("failed", StringComparison.Ordinal), (bool)answer["valid"]!);
        Assert.Equal(before, Directory.GetFiles(Path.Combine(world.App.DataDirectory, "assets"), "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("/page", "link_reachable", "passed ")]
    [InlineData("/page", "link_redirects", "passed ")]
    [InlineData("/product", "page_title", "warning page_title")]
    [InlineData("/nothing", "link_reachable", "warning link_unreachable")]
    public async Task The_page_behind_the_link_is_opened_when_asked(string path, string check, string found)
    {
        world.Serve("/page", "<title>Lamps</title>"u8.ToArray());
        world.Serve(
            "/product",
            "<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\"Something else\">"u8.ToArray());

        var answer = await ValidateAsync(PinOfBytes(path), "?open_link=true");

        Assert.True((bool)answer["valid"]!);
        Assert.Equal(found, Check(answer, check));
    }

    [Fact]
    public async Task The_page_behind_the_link_is_not_opened_unasked() =>
        Assert.DoesNotContain("link_reachable", (await ValidateAsync(PinOfBytes("/nobody"))).ToJsonString());

    [Fact]
    public async Task A_pin_can_be_checked_as_closely_when_it_is_accepted()
    {
        world.Serve("/tiny.png", SampleMedia.Png(10, 15));
        world.Serve("/wide.png", SampleMedia.Png(1500, 1000));
        JsonObject Pin(string file) => SidecarApp.Pin(
            ("image_url", $"{world.Url}/{file}"), ("link_url", $"{world.Url}/nothing"), ("idempotency_key", $"close {file}"));

        using var refused = await world.App.Admin.PostAsJsonAsync("/v1/pins?fetch_media=true", Pin("tiny.png"));
        var accepted = await world.App.PostAsync("/v1/pins?fetch_media=true&open_link=true", Pin("wide.png"));
        world.Serve("/wide.png", null);
        var again = await world.App.PostAsync("/v1/pins?fetch_media=true&open_link=true", Pin("wide.png"));

        Assert.Equal(
            (422, "media_too_small"), ((int)refused.StatusCode, (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]));
        Assert.Equal(["link_reachable", "media_ratio"], accepted["warnings"]!.AsArray().Select(check => (string)check!["name"]!).Order());
        Assert.Equal((string?)accepted["id"], (string?)again["id"]);
    }

    private JsonObject PinOfBytes(string linkPath) => SidecarApp.Pin(
        ("image_url", null), ("image_base64", Convert.ToBase64String(SampleMedia.Png())), ("link_url", world.Url + linkPath));

    private Task<JsonNode> ValidateAsync(JsonObject pin, string query = "") => world.App.PostAsync("/v1/pins/validate" + query, pin);

    private static string Check(JsonNode answer, string name) =>
        answer["checks"]!.AsArray().Single(check => (string?)check!["name"] == name) is { } check
            ? $"{check["status"]} {check["code"]}"
            : "";
}
