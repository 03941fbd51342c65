using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>Pins made of files, addresses and several pictures.</summary>
public sealed class MediaPinTests(MediaPinTests.World world) : IClassFixture<MediaPinTests.World>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task An_image_is_published_from_a_file()
    {
        var asset = await _app.GivenAsync(MediaFiles.Jpeg());
        var id = await _app.PublishAsync(Without(("asset_id", asset["id"])));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(("published", "image", (string?)asset["id"]), ((string?)pin["status"], (string?)pin["media_type"], (string?)pin["asset_id"]));
        Assert.Equal("NoContent", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
    }

    [Fact]
    public async Task A_file_that_a_pin_needs_is_not_deleted_until_it_has_ended()
    {
        var asset = await _app.GivenAsync(MediaFiles.Png(1201));
        var id = await _app.PublishAsync(Without(("asset_id", asset["id"]), ("publish_at", "2099-01-01T00:00:00Z")));

        Assert.Equal("Conflict", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
        await _app.PostAsync($"/v1/pins/{id}/cancel");
        Assert.Equal("NoContent", (await _app.StatusAsync(HttpMethod.Delete, asset)).ToString());
    }

    [Fact]
    public async Task A_carousel_of_addresses_is_published()
    {
        var id = await _app.PublishAsync(Without(("carousel", Slides(
            new JsonObject { ["image_url"] = "https://example.com/1.jpg", ["title"] = "One", ["link_url"] = "https://example.com/1" }, new JsonObject { ["image_url"] = "https://example.com/2.jpg" }))));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(("published", "carousel"), ((string?)pin["status"], (string?)pin["media_type"]));
        Assert.Equal(("https://example.com/1.jpg", "One"), ((string?)pin["carousel"]![0]!["image_url"], (string?)pin["carousel"]![0]!["title"]));
    }

    [Fact]
    public async Task As_soon_as_one_picture_is_a_file_the_others_are_fetched()
    {
        world.Serve("/2.png", MediaFiles.Png(1500, 1500));
        var asset = await _app.GivenAsync(MediaFiles.Jpeg());
        var accepted = await _app.PostAsync("/v1/pins", Without(("carousel", Slides(new JsonObject { ["asset_id"] = asset["id"]!.DeepClone() }, new JsonObject { ["image_url"] = $"{world.Url}/2.png" }))));

        Assert.StartsWith("ast_", (string?)accepted["carousel"]![1]!["asset_id"]);
        Assert.Contains("carousel_sizes", Warnings(accepted));
        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30"))["status"]);
    }

    [Fact]
    public async Task A_snapshot_is_published_although_its_address_is_dead_by_then()
    {
        world.Serve("/gone.png", MediaFiles.Png(1202));
        var accepted = await _app.PostAsync("/v1/pins", Without(("image_url", $"{world.Url}/gone.png"), ("snapshot_media", true)));
        world.Serve("/gone.png", null);

        var pin = await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30");

        Assert.Equal(("published", $"{world.Url}/gone.png"), ((string?)pin["status"], (string?)pin["media_url"]));
        Assert.StartsWith("ast_", (string?)pin["asset_id"]);
        Assert.Null((string?)(await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray().Single(each => (string?)each!["pinterest_pin_id"] == (string?)pin["pinterest_pin_id"])!["media_url"]);
    }

    [Fact]
    public async Task An_address_that_expires_before_the_pin_goes_is_taken_at_once_unless_that_is_not_wanted()
    {
        var url = $"{world.Url}/signed.png?X-Amz-Date={TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}&X-Amz-Expires=3600&X-Amz-Signature=ab";
        world.Serve("/signed.png", MediaFiles.Png(1203));
        var later = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O");

        var taken = await _app.PostAsync("/v1/pins", Without(("image_url", url), ("publish_at", later)));
        using var refused = await _app.Admin.PostAsJsonAsync("/v1/pins", Without(("image_url", url), ("publish_at", later), ("snapshot_media", false)));

        Assert.StartsWith("ast_", (string?)taken["asset_id"]);
        Assert.Equal("media_unreachable", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]);
    }

    [Fact]
    public async Task A_repeated_request_fetches_nothing_again()
    {
        world.Serve("/once.png", MediaFiles.Png(1204));
        var pin = Without(("image_url", $"{world.Url}/once.png"), ("snapshot_media", true), ("idempotency_key", "once"));
        var first = await _app.PostAsync("/v1/pins", pin);
        world.Serve("/once.png", null);

        Assert.Equal((string?)first["id"], (string?)(await _app.PostAsync("/v1/pins", pin))["id"]);
    }

    [Fact]
    public async Task The_same_bytes_given_again_are_the_same_request()
    {
        var first = await _app.GivenAsync(MediaFiles.Png(1206));
        var pin = Without(("asset_id", first["id"]), ("idempotency_key", "bytes"));
        var id = await _app.PublishAsync(pin);
        await _app.GetAsync($"/v1/pins/{id}?wait=30");
        await _app.StatusAsync(HttpMethod.Delete, first);
        var second = await _app.GivenAsync(MediaFiles.Png(1206));
        var other = await _app.GivenAsync(MediaFiles.Png(1207));

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        Assert.Equal(id, await _app.PublishAsync(pin));
        Assert.Equal(id, await _app.PublishAsync(Without(("asset_id", second["id"]), ("idempotency_key", "bytes"))));
        Assert.Equal("idempotency_key_reused", await CodeAsync(Without(("asset_id", other["id"]), ("idempotency_key", "bytes"))));
    }

    [Fact]
    public async Task A_video_is_fetched_from_its_address()
    {
        world.Serve("/film.mp4", MediaFiles.Movie());
        var id = await _app.PublishAsync(Without(("video_url", $"{world.Url}/film.mp4"), ("cover_image_url", "https://example.com/cover.jpg")));

        var pin = await _app.GetAsync($"/v1/pins/{id}?wait=30");

        Assert.Equal(("published", "video", "https://example.com/cover.jpg"), ((string?)pin["status"], (string?)pin["media_type"], (string?)pin["cover_image_url"]));
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

    [Theory]
    [InlineData("""{"asset_id":"ast_nobody"}""", 404, "not_found")]
    [InlineData("""{"video_url":"http://10.0.0.1/film.mp4"}""", 422, "url_not_allowed")]
    [InlineData("""{"image_url":"https://example.com/a.jpg","asset_id":"ast_1"}""", 400, "validation_failed")]
    [InlineData("""{"image_url":"https://example.com/a.jpg","cover_time_seconds":1}""", 400, "validation_failed")]
    [InlineData("""{"video_url":"https://example.com/a.mp4","cover_time_seconds":1,"cover_image_url":"https://example.com/a.jpg"}""", 400, "validation_failed")]
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
        Assert.True(JsonNode.DeepEquals(problem, batch["items"]![0]!["problem"]), $"{problem} alone, {batch["items"]![0]!["problem"]} in a batch");
    }

    [Fact]
    public async Task A_cover_goes_with_a_video_only()
    {
        var image = await _app.GivenAsync(MediaFiles.Png(1205));
        var video = await _app.GivenAsync(MediaFiles.Movie());

        Assert.Equal("validation_failed", await CodeAsync(Without(("asset_id", image["id"]), ("cover_time_seconds", 1))));
        Assert.Equal("validation_failed", await CodeAsync(Without(("asset_id", video["id"]), ("cover_asset_id", video["id"]))));
        Assert.Null(await CodeAsync(Without(("asset_id", video["id"]), ("cover_asset_id", image["id"]))));
    }

    [Fact]
    public async Task The_same_picture_on_the_same_board_again_is_warned_of()
    {
        var id = await _app.PublishAsync(Without(("image_url", "https://example.com/same.jpg"), ("link_url", "https://example.com/same")));
        await _app.GetAsync($"/v1/pins/{id}?wait=30");

        var picture = await _app.PostAsync("/v1/pins", Without(("image_url", "https://example.com/same.jpg"), ("link_url", "https://example.com/other")));
        var link = await _app.PostAsync("/v1/pins", Without(("image_url", "https://example.com/other.jpg"), ("link_url", "https://example.com/same")));
        var elsewhere = await _app.PostAsync("/v1/pins", Without(("image_url", "https://example.com/same.jpg"), ("board", "Recipes")));

        Assert.Equal(["recent_media"], Warnings(picture));
        Assert.Equal(["recent_link"], Warnings(link));
        Assert.Equal([], Warnings(elsewhere));
        Assert.Contains(id, picture["warnings"]!.ToJsonString());
    }

    [Fact]
    public async Task Bytes_that_Pinterest_refuses_are_refused_at_once()
    {
        Assert.Equal("media_too_small", await CodeAsync(Without(("image_base64", Convert.ToBase64String(MediaFiles.Png(50, 50))))));
        Assert.Equal("media_broken", await CodeAsync(Without(("image_base64", Convert.ToBase64String(MediaFiles.Png(hasEnd: false))))));
        Assert.Equal("media_type_unsupported", await CodeAsync(Without(("image_base64", Convert.ToBase64String([.. "GIF89a"u8, .. new byte[20]])))));
        Assert.Equal("validation_failed", await CodeAsync(Without(("image_base64", Convert.ToBase64String(MediaFiles.Movie())))));
    }

    private async Task<string?> CodeAsync(JsonObject pin)
    {
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"];
    }

    private static List<string> Warnings(JsonNode pin) => [.. pin["warnings"]!.AsArray().Select(check => (string)check!["name"]!)];

    private static JsonArray Slides(params JsonNode[] slides) => new(slides);

    private static JsonObject Without(params (string, JsonNode?)[] fields) => SidecarApp.Pin([("image_url", null), .. fields]);

    public sealed class World : IAsyncLifetime
    {
        private readonly Dictionary<string, byte[]?> _files = [];
        private Receiver _host = null!;

        public SidecarApp App { get; private set; } = null!;

        public string Url => _host.Url;

        /// <summary>Serves a file, or a 404.</summary>
        public void Serve(string path, byte[]? file)
        {
            lock (_files) _files[path] = file;
        }

        public async ValueTask InitializeAsync()
        {
            _host = await Receiver.StartAsync();
            _host.Answer = (_, http) =>
            {
                byte[]? file;
                lock (_files) file = _files.GetValueOrDefault(http.Request.Path);
                http.Response.StatusCode = file is null ? 404 : 200;
                http.Response.ContentLength = file?.Length ?? 0;
                return file is null ? Task.CompletedTask : http.Response.Body.WriteAsync(file).AsTask();
            };
            App = await SidecarApp.StartAsync(settings: ["Connector:Network:AllowPrivateAddresses=127.0.0.1", "Connector:Simulator:MediaProcessing=00:00:00.1"]);
            await App.UnhurryAsync(await App.FirstAccountAsync());
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await _host.DisposeAsync();
        }
    }
}
