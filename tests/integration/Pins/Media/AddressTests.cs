using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>Addresses as people bring them, wherever a pin takes one.</summary>
public sealed class AddressTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private const string Page = "https://drive.google.com/file/d/1AbC/view";

    private readonly SidecarApp _app = world.App;

    public static TheoryData<string, string> Wrong => new()
    {
        { "image_url", Page },
        { "video_url", Page },
        { "cover_image_url", Page },
        { "carousel", Page },
        { "image_url", "http://n8n:5678/x.jpg" },
        { "cover_image_url", "http://192.168.1.20/x.jpg" },
        { "carousel", "http://localhost/x.jpg" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_file_or_cannot_be_reached_is_refused_when_accepting_checking_and_in_a_batch(string field, string url)
    {
        var (pin, code) = (Pin(field, url), url == Page ? "media_type_unsupported" : "media_unreachable");
        var where = field == "carousel" ? "carousel[0].image_url" : field;

        using var refused = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonObject>())!;
        var answer = await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin);
        var batch = await _app.PostAsync("/v1/pins/batch", new { pins = new[] { pin } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (refused.StatusCode, (string?)problem["code"]));
        Assert.Equal([where], problem["errors"]!.AsObject().Select(each => each.Key));
        Assert.False((bool)answer["valid"]!);
        Assert.Contains(answer["checks"]!.AsArray(), check => (string?)check!["status"] == "failed" && (string?)check["code"] == code);
        Assert.Equal(code, (string?)batch["items"]![0]!["problem"]!["code"]);
    }

    [Theory]
    [InlineData(Page, "media_type_unsupported")]
    [InlineData("https://10.0.0.1/x.jpg", "media_unreachable")]
    public async Task So_it_is_when_a_pin_is_edited(string url, string code)
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("publish_at", Tomorrow)));

        using var refused = await _app.Admin.PatchAsJsonAsync($"/v1/pins/{id}", new { image_url = url });

        Assert.Equal(code, (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]);
    }

    [Fact]
    public async Task What_the_settings_open_may_stand_in_for_a_site_where_nothing_is_published()
    {
        world.Serve("/near.png", SampleMedia.Png(1301));
        var pin = Pin("image_url", $"{world.PrivateUrl}/near.png");

        var rehearsed = await _app.PostAsync("/v1/pins", pin);
        pin["snapshot_media"] = true;
        var taken = await _app.PostAsync("/v1/pins", pin);

        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{rehearsed["id"]}?wait=30"))["status"]);
        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{taken["id"]}?wait=30"))["status"]);
    }

    [Fact]
    public async Task So_it_may_in_an_edit_which_warns_as_accepting_does()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("publish_at", Tomorrow)));
        Task<JsonNode> EditAsync(string field, string value) =>
            SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", new JsonObject { [field] = value });

        var rehearsed = await EditAsync("image_url", $"{world.PrivateUrl}/edited.png");
        var named = await EditAsync("image_url", "https://example.com/k.gif");
        var hidden = await EditAsync("link_url", "http://localhost:3000/edited");
        var shortened = await EditAsync("link_url", "https://bit.ly/edited");
        var other = await EditAsync("title", "Lamp");

        Assert.Equal($"{world.PrivateUrl}/edited.png", (string?)rehearsed["media_url"]);
        Assert.Empty(MediaWorld.Warnings(rehearsed));
        Assert.Equal(["media_name"], MediaWorld.Warnings(named));
        Assert.Equal(["link_private"], MediaWorld.Warnings(hidden));
        Assert.Equal(["link_shortener"], MediaWorld.Warnings(shortened));
        Assert.Empty(MediaWorld.Warnings(other));
    }

    [Fact]
    public async Task An_emoji_and_spaces_in_a_path_are_stored_and_sent_percent_encoded()
    {
        var pin = SidecarApp.Pin(
            ("image_url", "https://example.com/🍲 grün.jpg"), ("link_url", "https://example.com/ä"), ("idempotency_key", "letters"));
        var accepted = await _app.PostAsync("/v1/pins", pin);
        using var again = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
        var published = await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30");
        var onPinterest = (await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray()
            .Single(each => (string?)each!["pinterest_pin_id"] == (string?)published["pinterest_pin_id"])!;

        Assert.Equal("https://example.com/%F0%9F%8D%B2%20gr%C3%BCn.jpg", (string?)accepted["media_url"]);
        Assert.Equal("https://example.com/%C3%A4", (string?)accepted["link_url"]);
        Assert.Equal((string?)accepted["media_url"], (string?)onPinterest["media_url"]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_picture_whose_address_was_only_signed_anew_is_the_same_request_and_the_same_picture()
    {
        string Signed(string at) => $"https://shop.s3.amazonaws.com/k.jpg?X-Amz-Date={at}&X-Amz-Expires=604800&X-Amz-Signature={at}";
        var now = TimeProvider.System.GetUtcNow();
        var (one, other) = (Signed($"{now:yyyyMMdd'T'HHmmss'Z'}"), Signed($"{now.AddMinutes(-5):yyyyMMdd'T'HHmmss'Z'}"));
        var first = await _app.PostAsync("/v1/pins", SidecarApp.Pin(("image_url", one), ("idempotency_key", "signed")));
        await _app.GetAsync($"/v1/pins/{first["id"]}?wait=30");

        using var again = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("image_url", other), ("idempotency_key", "signed")));
        var another = await _app.PostAsync("/v1/pins", SidecarApp.Pin(("image_url", other)));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((string?)first["id"], (string?)(await again.Content.ReadFromJsonAsync<JsonObject>())!["id"]);
        Assert.Contains("recent_media", MediaWorld.Warnings(another));
    }

    [Fact]
    public async Task A_picture_that_Pinterest_does_not_list_is_warned_of_by_its_name_and_when_it_is_seen()
    {
        world.Serve("/picture", "RIFF\0\0\0\0WEBPVP8 "u8.ToArray());

        var named = await _app.PostAsync("/v1/pins", Kept("https://example.com/k.webp"));
        var seen = await _app.PostAsync("/v1/pins?fetch_media=true", Kept($"{world.Url}/picture"));

        Assert.Equal(["media_name"], MediaWorld.Warnings(named));
        Assert.Equal(["media_type"], MediaWorld.Warnings(seen));
    }

    [Fact]
    public async Task A_pin_of_the_simulator_says_so_in_answers_and_events()
    {
        var accepted = await _app.PostAsync("/v1/pins", SidecarApp.Pin(("link_url", "https://example.com/simulated")));
        var pin = await _app.GetAsync($"/v1/pins/{accepted["id"]}?wait=30");
        var events = (await _app.GetAsync("/v1/events"))["items"]!.AsArray();

        Assert.True((bool)accepted["simulated"]! && (bool)pin["simulated"]!);
        var told = events.Select(each => each!["data"]!["pin"]).Single(each => (string?)each?["id"] == (string?)pin["id"])!;
        Assert.True((bool)told["simulated"]!);
        Assert.All((await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray(), each => Assert.True((bool)each!["simulated"]!));
    }

    private static string Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1).ToString("O");

    // Left out, snapshot_media has such a picture taken and converted.
    private static JsonObject Kept(string url) => SidecarApp.Pin(("image_url", url), ("snapshot_media", false));

    private static JsonObject Pin(string field, string url) => field switch
    {
        "carousel" => SidecarApp.Pin(("image_url", null), ("carousel", new JsonArray(
            new JsonObject { ["image_url"] = url }, new JsonObject { ["image_url"] = "https://example.com/b.jpg" }))),
        "cover_image_url" => SidecarApp.Pin(("image_url", null), ("video_url", "https://example.com/a.mp4"), (field, url)),
        _ => SidecarApp.Pin(("image_url", null), (field, url)),
    };
}
