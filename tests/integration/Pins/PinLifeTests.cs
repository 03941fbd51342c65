using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>What a caller can do with a pin after it was accepted.</summary>
public sealed class PinLifeTests(PinLifeTests.Running running) : IClassFixture<PinLifeTests.Running>
{
    private SidecarApp App => running.App;

    private static JsonObject Later(params (string, JsonNode?)[] fields) =>
        SidecarApp.Pin([("publish_at", "2031-01-01T00:00:00Z"), .. fields]);

    [Fact]
    public async Task An_image_given_as_base64_is_published_and_then_forgotten()
    {
        var image = "data:image/png;base64," + Convert.ToBase64String(
            await File.ReadAllBytesAsync(Repository.Path("examples", "images", "gooseneck-kettle.png")));

        var pin = await App.SettledAsync(
            await App.PublishAsync(SidecarApp.Pin(("image_url", null), ("image_base64", image), ("image_content_type", "image/png"))));

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Null(pin["media_url"]);
    }

    [Fact]
    public async Task A_waiting_pin_can_be_edited_field_by_field()
    {
        var id = await App.PublishAsync(Later(("description", "Old"), ("alt_text", "Alt")));

        var edited = await SidecarApp.SendAsync(
            App.Admin, HttpMethod.Patch, $"/v1/pins/{id}", JsonNode.Parse("""{"title":"New","description":null,"board":"Recipes"}"""));

        Assert.Equal("New", (string?)edited["title"]);
        Assert.Null(edited["description"]);
        Assert.Equal("Alt", (string?)edited["alt_text"]);
        Assert.Equal("scheduled", (string?)edited["status"]);
    }

    [Fact]
    public async Task A_pin_can_be_moved_to_now()
    {
        var id = await App.PublishAsync(Later());

        await SidecarApp.SendAsync(App.Admin, HttpMethod.Patch, $"/v1/pins/{id}", JsonNode.Parse("""{"publish_at":null}"""));

        Assert.Equal("published", (string?)(await App.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task A_canceled_pin_is_never_published_and_says_so_at_once_to_who_waits()
    {
        var id = await App.PublishAsync(Later());
        var waiting = App.GetAsync($"/v1/pins/{id}?wait=60");

        await App.PostAsync($"/v1/pins/{id}/cancel");

        Assert.Equal("canceled", (string?)(await waiting)["status"]);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(HttpMethod.Post, $"/v1/pins/{id}/cancel"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(HttpMethod.Patch, $"/v1/pins/{id}", new { title = "x" }));
    }

    [Fact]
    public async Task A_failed_pin_can_be_retried_and_a_published_one_cannot()
    {
        App.Order("link_blocked");
        var id = await App.PublishAsync();
        Assert.Equal("failed", (string?)(await App.SettledAsync(id))["status"]);

        await App.PostAsync($"/v1/pins/{id}/retry");

        var pin = await App.SettledAsync(id);
        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(2, (int)pin["attempt_count"]!);
        Assert.Null(pin["error_code"]);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(HttpMethod.Post, $"/v1/pins/{id}/retry"));
    }

    [Fact]
    public async Task A_pin_can_be_deleted_on_Pinterest_and_here()
    {
        var id = await App.PublishAsync();
        var pinterestId = (string)(await App.SettledAsync(id))["pinterest_pin_id"]!;

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, $"/v1/pins/{id}?delete_from_pinterest=true"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, $"/v1/pins/{id}"));
        Assert.Contains(
            App.Requests(), r => r.Method == "DELETE" && r.Path.EndsWith(pinterestId, StringComparison.Ordinal) && r.Status == 204);
    }

    [Fact]
    public async Task A_waiting_pin_must_be_canceled_before_it_is_forgotten()
    {
        var id = await App.PublishAsync(Later());

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(HttpMethod.Delete, $"/v1/pins/{id}"));
    }

    [Fact]
    public async Task Lists_are_newest_first_paged_and_filtered()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await App.PublishAsync(Later(("metadata", new JsonObject { ["run"] = "list \"1\"", ["n"] = $"{i}" }))));

        var filter = $"/v1/pins?status=scheduled&metadata.run={Uri.EscapeDataString("list \"1\"")}&limit=2";
        var first = await App.GetAsync(filter);
        var second = await App.GetAsync($"{filter}&cursor={first["next_cursor"]}");
        var third = await App.GetAsync($"{filter}&cursor={second["next_cursor"]}");

        Assert.Equal(
            Enumerable.Reverse(ids), new[] { first, second, third }.SelectMany(p => p["items"]!.AsArray()).Select(p => (string)p!["id"]!));
        Assert.Null(third["next_cursor"]);
        Assert.Single((await App.GetAsync($"{filter}&metadata.n=3"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Waiting_for_a_pin_ends_when_the_time_is_up()
    {
        var id = await App.PublishAsync(Later());

        Assert.Equal("scheduled", (string?)(await App.GetAsync($"/v1/pins/{id}?wait=1"))["status"]);
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await App.Admin.SendAsync(request);
        return answer.StatusCode;
    }

    public sealed class Running : IAsyncLifetime
    {
        public SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await SidecarApp.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
