using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Sources;

/// <summary>How far back the first run goes, and what a request must say.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private SourceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SourceWorld.StartAsync("Connector:Sources:PerAccount=2");

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("all", "new old undated")]
    [InlineData("new_only", "")]
    [InlineData("2026-11-01T00:00:00Z", "new")]
    public async Task The_first_run_goes_as_far_back_as_its_owner_says(string start, string titles)
    {
        var url = _world.Host.Put("/map", Feeds.Sitemap(("new", "2026-11-02"), ("old", "2026-10-01"), ("undated", null)));
        var id = await _world.WatchAsync(url, start);
        Assert.Equal(titles, Titles(await _world.PinsAsync()));

        // What is new in it later counts whatever its date is; what was left out stays left out.
        _world.Host.Put("/map", Feeds.Sitemap(("new", "2026-11-02"), ("old", "2026-10-01"), ("undated", null), ("later", null)));
        await _world.AgainAsync(id);

        Assert.Equal(string.Join(' ', $"{titles} later".Trim().Split(' ').Order()), Titles(await _world.PinsAsync()));
    }

    [Fact]
    public async Task An_old_item_that_is_changed_is_within_reach_of_a_time_and_not_of_new_only()
    {
        var url = _world.Host.Put("/map", Feeds.Sitemap(("old", "2026-10-01")));
        var (since, only) = (await _world.WatchAsync(url, "2026-11-01T00:00:00Z"), await _world.WatchAsync(url + "?", "new_only"));
        _world.Host.Files["/map?"] = _world.Host.Files["/map"];
        await _world.CheckAsync(only);
        Assert.Empty(await _world.PinsAsync());

        _world.Host.Put("/map", Feeds.Sitemap(("old", "2026-11-02")));
        await _world.AgainAsync(since);

        Assert.Single(await _world.ItemsAsync(since, "?state=pinned"));
        Assert.Single(await _world.PinsAsync());
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/feed"}""", "start", "first run asks how far back|all|new_only|2027-01")]
    [InlineData("""{"url":"https://example.com/feed","start":"yesterday"}""", "start", "yesterday|all|new_only")]
    [InlineData("""{"url":"https://example.com/feed","start":"all","auto_approve":true}""", "auto_approve_accepted_by", "person|Pinterest")]
    [InlineData("""{"url":"https://example.com/feed","start":"all","auto_approve_accepted_by":"A"}""", "auto_approve_accepted_by", "true")]
    [InlineData("""{"url":"https://example.com/feed","start":"all","check_every_seconds":60}""", "check_every_seconds", "300")]
    [InlineData("""{"url":"https://example.com/feed","start":"all","map":{"images":"x"}}""", "map.images", "carousel")]
    public async Task What_is_wrong_with_a_request_says_what_there_is_to_choose(string body, string field, string words)
    {
        var problem = await _world.App.RefusedAsync(
            400, "validation_failed", call => call.Post.Json(JsonNode.Parse(body)!).ToUrl("/v1/sources"));

        var said = (string)problem["errors"]![field]![0]!;
        Assert.All(words.Split('|'), word => Assert.Contains(word, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_is_watched_once_and_an_account_has_a_limit()
    {
        var first = await _world.WatchAsync(_world.Host.Put("/a", Feeds.Rss(("a", "A"))));
        var same = await RefusedAsync(409, "source_exists", _world.Host.Url + "/a");
        Assert.Contains(first, (string)same["detail"]!, StringComparison.Ordinal);

        await _world.WatchAsync(_world.Host.Put("/b", Feeds.Rss(("b", "B"))));
        var limit = await RefusedAsync(409, "source_limit_reached", _world.Host.Url + "/c");
        Assert.Contains("2 sources", (string)limit["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_public_is_refused()
    {
        await RefusedAsync(422, "url_not_allowed", "https://10.0.0.1/feed");
        await RefusedAsync(422, "url_not_allowed", "ftp://example.com/feed");
    }

    private Task<JsonNode> RefusedAsync(int status, string code, string url) => _world.App.RefusedAsync(
        status, code, call => call.Post.Json(new { url, start = "all" }).ToUrl("/v1/sources"));

    private static string Titles(List<JsonNode> pins) => string.Join(' ', pins.Select(pin => (string)pin["title"]!));
}
