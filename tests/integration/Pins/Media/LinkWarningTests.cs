using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>Links that do worse are warned of, and so is what was published to the board before.</summary>
public sealed class LinkWarningTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task A_link_that_nobody_else_can_open_is_warned_of()
    {
        var pin = SidecarApp.Pin(("link_url", "http://localhost:3000/lamp"), ("image_url", "https://example.com/nobody.jpg"));

        var accepted = await _app.PostAsync("/v1/pins", pin);
        var checks = (await _app.PostAsync("/v1/pins/validate", pin))["checks"]!.AsArray();

        Assert.Equal(["link_private"], MediaWorld.Warnings(accepted));
        Assert.Equal("warning", (string?)checks.Single(check => (string?)check!["name"] == "link_private")!["status"]);
    }

    [Fact]
    public async Task The_links_of_a_carousels_pictures_are_warned_of_as_the_pins_own()
    {
        var pin = SidecarApp.Pin(("image_url", null), ("carousel", new JsonArray(
            new JsonObject { ["image_url"] = "https://example.com/a.jpg", ["link_url"] = "http://localhost:3000/lamp" },
            new JsonObject { ["image_url"] = "https://example.com/b.jpg", ["link_url"] = "https://bit.ly/lamp" })));

        var accepted = await _app.PostAsync("/v1/pins", pin);
        var checks = (await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin))["checks"]!.AsArray();

        Assert.Equal(
            ["link_private", "link_shortener"],
            MediaWorld.Warnings(accepted).Where(name => name.StartsWith("link_", StringComparison.Ordinal)));
        foreach (var name in new[] { "link_private", "link_shortener" })
            Assert.Contains(checks, check => (string?)check!["name"] == name && (string?)check["status"] == "warning");
    }

    [Fact]
    public async Task An_edit_warns_of_a_picture_and_a_link_that_were_published_there_before()
    {
        var (picture, link) = ("https://example.com/edited.jpg", "https://example.com/edited");
        var first = await _app.PublishAsync(SidecarApp.Pin(("image_url", picture), ("link_url", link)));
        await _app.GetAsync($"/v1/pins/{first}?wait=30");
        var id = await _app.PublishAsync(SidecarApp.Pin(("publish_at", TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"))));

        var edited = await SidecarApp.SendAsync(
            _app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", new JsonObject { ["image_url"] = picture, ["link_url"] = link });

        Assert.Equal(["recent_media", "recent_link"], MediaWorld.Warnings(edited));
    }
}
