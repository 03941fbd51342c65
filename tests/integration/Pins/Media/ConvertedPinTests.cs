using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>Pins of pictures that Pinterest does not take.</summary>
public sealed class ConvertedPinTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task Bytes_are_converted_published_and_still_the_same_request()
    {
        var pin = Without(
            ("image_base64", Convert.ToBase64String(SamplePictures.WebP())), ("image_content_type", "image/webp"),
            ("idempotency_key", "converted"));

        var accepted = await _app.PostAsync("/v1/pins", pin);
        var again = await _app.PostAsync("/v1/pins", pin);

        AssertConverted(accepted["warnings"]!);
        Assert.Equal((string?)accepted["id"], (string?)again["id"]);
        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30"))["status"]);
    }

    [Fact]
    public async Task An_asset_that_was_converted_says_so_in_the_warnings_of_its_pin()
    {
        var asset = await _app.GivenAsync(SamplePictures.WebP(630));

        var accepted = await _app.PostAsync("/v1/pins", Without(("asset_id", asset["id"])));

        AssertConverted(accepted["warnings"]!);
        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30"))["status"]);
    }

    [Theory]
    [InlineData("/named.webp", null, "")]
    [InlineData("/asked", true, "")]
    [InlineData("/looked-at", null, "?fetch_media=true")]
    public async Task An_address_that_leads_to_one_is_taken_at_once(string path, bool? snapshot, string query)
    {
        world.Serve(path, SamplePictures.WebP(640));

        var accepted = await _app.PostAsync($"/v1/pins{query}", Without(("image_url", world.Url + path), ("snapshot_media", snapshot)));

        Assert.StartsWith("ast_", (string?)accepted["asset_id"]);
        AssertConverted(accepted["warnings"]!);
    }

    [Fact]
    public async Task So_is_one_that_expires()
    {
        world.Serve("/expires", SamplePictures.Gif());
        var (now, later) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"));
        var url = $"{world.Url}/expires?X-Amz-Date={now:yyyyMMdd'T'HHmmss'Z'}&X-Amz-Expires=3600&X-Amz-Signature=ab";

        AssertConverted((await _app.PostAsync("/v1/pins", Without(("image_url", url), ("publish_at", later))))["warnings"]!);
    }

    [Fact]
    public async Task Validating_says_what_would_be_done_and_finds_a_picture_that_is_cut_off()
    {
        world.Serve("/whole.webp", SamplePictures.WebP(650));
        world.Serve("/half.webp", SamplePictures.WebP(650)[..^60]);
        var before = _app.Files();

        var whole = await ValidateAsync(Without(("image_url", $"{world.Url}/whole.webp")));
        var half = await ValidateAsync(Without(("image_url", $"{world.Url}/half.webp")));
        var bytes = await ValidateAsync(Without(("image_base64", Convert.ToBase64String(SamplePictures.Avif()))));

        AssertConverted(whole["checks"]!);
        AssertConverted(bytes["checks"]!);
        Assert.Equal((true, false, true), ((bool)whole["valid"]!, (bool)half["valid"]!, (bool)bytes["valid"]!));
        Assert.Contains("media_broken", half.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, _app.Files());
    }

    private async Task<JsonNode> ValidateAsync(JsonObject pin) => await _app.PostAsync("/v1/pins/validate", pin);

    private static void AssertConverted(JsonNode checks) =>
        Assert.Single(checks.AsArray(), check => (string?)check!["name"] == "media_converted" && (string?)check["status"] == "warning");

    private static JsonObject Without(params (string, JsonNode?)[] fields) => SidecarApp.Pin([("image_url", null), .. fields]);
}
