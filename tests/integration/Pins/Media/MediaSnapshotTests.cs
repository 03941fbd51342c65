using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>Bytes that are taken when the pin is accepted, and requests that are repeated.</summary>
public sealed class MediaSnapshotTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task A_snapshot_is_published_although_its_address_is_dead_by_then()
    {
        world.Serve("/gone.png", SampleMedia.Png(1202));
        var accepted = await _app.PostAsync("/v1/pins", Without(("image_url", $"{world.Url}/gone.png"), ("snapshot_media", true)));
        world.Serve("/gone.png", null);

        var pin = await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30");

        Assert.Equal(("published", $"{world.Url}/gone.png"), ((string?)pin["status"], (string?)pin["media_url"]));
        Assert.StartsWith("ast_", (string?)pin["asset_id"]);
        var onPinterest = (await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray()
            .Single(each => (string?)each!["pinterest_pin_id"] == (string?)pin["pinterest_pin_id"])!;
        Assert.Null((string?)onPinterest["media_url"]);
    }

    [Fact]
    public async Task An_address_that_expires_before_the_pin_goes_is_taken_at_once_unless_that_is_not_wanted()
    {
        var (url, later) = (GoodForAnHour("/signed.png", SampleMedia.Png(1203)), Tomorrow);

        var taken = await _app.PostAsync("/v1/pins", Without(("image_url", url), ("publish_at", later)));

        Assert.StartsWith("ast_", (string?)taken["asset_id"]);
        Assert.Equal("media_unreachable", await CodeAsync(Without(("image_url", url), ("publish_at", later), ("snapshot_media", false))));
    }

    [Fact]
    public async Task So_is_that_of_a_videos_cover()
    {
        var (url, later) = (GoodForAnHour("/cover.png", SampleMedia.Png(1208)), Tomorrow);
        var video = (await _app.GivenAsync(SampleMedia.Movie()))["id"];

        var taken = await _app.PostAsync("/v1/pins", Without(("asset_id", video), ("cover_image_url", url), ("publish_at", later)));

        Assert.StartsWith("ast_", (string?)taken["cover_asset_id"]);
        Assert.Equal("media_unreachable", await CodeAsync(
            Without(("asset_id", video), ("cover_image_url", url), ("publish_at", later), ("snapshot_media", false))));
    }

    [Fact]
    public async Task So_is_one_that_expires_at_all_when_nobody_knows_when_the_pin_is_approved()
    {
        var (account, url) = (await _app.FirstAccountAsync(), GoodForAnHour("/some-day.png", SampleMedia.Png(1211)));
        var free = await _app.PostAsync("/v1/pins", Without(("image_url", url)));

        await _app.SetAsync(account, new { require_approval = true });
        var taken = await _app.PostAsync("/v1/pins", Without(("image_url", url)));
        await _app.SetAsync(account, new { require_approval = false });

        Assert.Null((string?)free["asset_id"]);
        Assert.Equal("awaiting_approval", (string?)taken["status"]);
        Assert.StartsWith("ast_", (string?)taken["asset_id"]);
    }

    [Fact]
    public async Task A_pin_whose_slides_have_addresses_that_expire_cannot_be_moved_past_that()
    {
        var url = GoodForAnHour("/slide.png", SampleMedia.Png(1209));
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(30).ToString("O");
        var slides = new JsonArray(
            new JsonObject { ["image_url"] = url }, new JsonObject { ["image_url"] = "https://example.com/a.jpg" });
        var id = await _app.PublishAsync(Without(("carousel", slides), ("publish_at", soon)));

        using var answer = await _app.Admin.PatchAsJsonAsync($"/v1/pins/{id}", new { publish_at = Tomorrow });

        Assert.Contains("carousel[0].image_url", await answer.Content.ReadAsStringAsync());
        Assert.Equal(422, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_repeated_request_fetches_nothing_again()
    {
        world.Serve("/once.png", SampleMedia.Png(1204));
        var pin = Without(("image_url", $"{world.Url}/once.png"), ("snapshot_media", true), ("idempotency_key", "once"));
        var first = await _app.PostAsync("/v1/pins", pin);
        world.Serve("/once.png", null);

        Assert.Equal((string?)first["id"], (string?)(await _app.PostAsync("/v1/pins", pin))["id"]);
    }

    [Fact]
    public async Task The_same_bytes_given_again_are_the_same_request()
    {
        var first = await _app.GivenAsync(SampleMedia.Png(1206));
        var pin = Without(("asset_id", first["id"]), ("idempotency_key", "bytes"));
        var id = await _app.PublishAsync(pin);
        await _app.GetAsync($"/v1/pins/{id}?wait=30");
        await _app.StatusAsync(HttpMethod.Delete, first);
        var second = await _app.GivenAsync(SampleMedia.Png(1206));
        var other = await _app.GivenAsync(SampleMedia.Png(1207));

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        Assert.Equal(id, await _app.PublishAsync(pin));
        Assert.Equal(id, await _app.PublishAsync(Without(("asset_id", second["id"]), ("idempotency_key", "bytes"))));
        Assert.Equal("idempotency_key_reused", await CodeAsync(Without(("asset_id", other["id"]), ("idempotency_key", "bytes"))));
    }

    private static string Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1).ToString("O");

    private string GoodForAnHour(string path, byte[] file)
    {
        world.Serve(path, file);
        return $"{world.Url}{path}?X-Amz-Date={TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}&X-Amz-Expires=3600&X-Amz-Signature=ab";
    }

    private async Task<string?> CodeAsync(JsonObject pin)
    {
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"];
    }

    private static JsonObject Without(params (string, JsonNode?)[] fields) => SidecarApp.Pin([("image_url", null), .. fields]);
}
