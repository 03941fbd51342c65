using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Sources;

/// <summary>How a source is looked at: conditionally, with patience, and never where it may not lead.</summary>
public sealed class CheckingTests : IAsyncLifetime
{
    private SourceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SourceWorld.StartAsync("Connector:Imports:FileBytes=1000000");

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    public static TheoryData<string, string, string> Hostile() => new()
    {
        { "500", "source_unreachable", "500" },
        { "empty", "import_unreadable", "empty" },
        { "html", "import_unreadable", "cannot be told" },
        { "cut xml", "source_incomplete", "no correct XML" },
        { "broken off", "source_unreachable", "127.0.0.1" },
        { "entity bomb", "source_incomplete", "document type" },
        { "endless", "payload_too_large", "more than" },
        { "bomb of gzip", "payload_too_large", "more than" },
        { "to a private address", "url_not_allowed", "10.0.0.1" },
        { "to itself", "source_unreachable", "more than 5 times" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_answer_is_said_and_changes_nothing(string kind, string code, string words)
    {
        var id = await _world.WatchAsync(_world.Host.Put("/map", Feeds.Pages(3)));
        _world.Host.Files["/map"] = HostileAnswers.Of(kind);

        for (var i = 0; i < 4; i++) await _world.CheckAsync(id);

        var source = await _world.SourceAsync(id);
        Assert.Equal(("failing", code), ((string)source["status"]!, (string)source["last_error"]!["code"]!));
        Assert.Contains(words, (string)source["last_error"]!["message"]!, StringComparison.Ordinal);
        Assert.NotNull((string?)source["last_error"]!["remediation"]);
        Assert.Equal((3, 0), ((int)source["counts"]!["pinned"]!, (int)source["counts"]!["gone"]!));
        Assert.Single(await _world.EventsAsync("source.failing"));
        Assert.Equal(0, Count("import_pieces"));

        _world.Host.Put("/map", Feeds.Pages(3));
        Assert.Equal("active", (string)(await _world.CheckAsync(id))["status"]!);
        Assert.Single(await _world.EventsAsync("source.recovered"));
    }

    [Fact]
    public async Task What_has_not_changed_costs_nothing()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "A"))));
        var changed = (string)(await _world.SourceAsync(id))["last_changed_at"]!;

        var source = await _world.AgainAsync(id);

        Assert.Equal(2, _world.Host.Asked.Count);
        Assert.NotNull(_world.Host.Asked[1].Known);
        Assert.Equal((changed, 0), ((string)source["last_changed_at"]!, Count("import_pieces")));
        Assert.Equal("2026-11-02T11:00:00.000Z", (string)source["next_check_at"]!);
    }

    [Fact]
    public async Task After_a_failure_it_waits_longer_each_time_and_as_long_as_its_server_asks()
    {
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "A")));
        _world.Host.Files["/feed"] = Failing(null);
        var id = await _world.WatchAsync(url);
        var first = await WaitAsync(id);
        var second = await WaitAsync(id, await _world.CheckAsync(id));
        Assert.InRange(first, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.InRange(second, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(12));

        _world.Host.Files["/feed"] = Failing("86400");
        Assert.Equal(TimeSpan.FromDays(1), await WaitAsync(id, await _world.CheckAsync(id)));
    }

    [Fact]
    public async Task A_source_that_has_moved_for_good_says_where_to()
    {
        var url = _world.Host.Put("/old", "");
        _world.Host.Put("/new", Feeds.Rss(("a", "A")));
        _world.Host.Files["/old"] = HostileAnswers.To("/new", 301);
        var id = await _world.WatchAsync(url);
        Assert.Equal(_world.Host.Url + "/new", (string)(await _world.SourceAsync(id))["moved_to"]!);

        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", new { url = _world.Host.Url + "/new" });
        var source = await _world.CheckAsync(id);
        Assert.Null(source["moved_to"]);
        Assert.Single(await _world.PinsAsync());
    }

    [Fact]
    public async Task An_index_of_sitemaps_is_read_with_what_it_names()
    {
        var url = _world.Host.Put("/index", $"""
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>{_world.Host.Url}/one</loc></sitemap><sitemap><loc>/two</loc></sitemap></sitemapindex>
            """);
        _world.Host.Put("/one", Feeds.Pages(2));
        _world.Host.Put("/two", Feeds.Pages(2, from: 2));

        var id = await _world.WatchAsync(url);
        Assert.Equal(4, (await _world.PinsAsync()).Count);

        _world.Host.Put("/two", Feeds.Pages(3, from: 2));
        await _world.AgainAsync(id);
        Assert.Equal(5, (await _world.PinsAsync()).Count);
    }

    [Fact]
    public async Task A_source_that_is_paused_is_not_looked_at()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "A"))));
        var paused = await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", new { paused = true });
        Assert.Equal("paused", (string)paused["status"]!);
        Assert.Null(paused["next_check_at"]);
        await _world.App.RefusedAsync(409, "state_conflict", call => call.Post.Url($"/v1/sources/{id}/check"));
        _world.App.Clock!.Advance(TimeSpan.FromDays(1));

        _world.Host.Put("/feed", Feeds.Rss(("a", "A"), ("b", "B")));
        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", new { paused = false });
        await _world.CheckAsync(id);

        Assert.Equal(2, (await _world.PinsAsync()).Count);
    }

    [Fact]
    public async Task A_source_stops_with_its_key_and_goes_on_in_the_name_of_who_changes_it()
    {
        var key = await _world.App.PostAsync("/v1/keys", new { name = "shop", scopes = new[] { "read", "publish" } });
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "A")));
        var made = await SidecarApp.SendAsync(
            _world.App.As((string)key["secret"]!), HttpMethod.Post, "/v1/sources", new { url, start = "all", board = "Recipes" });
        var id = (string)made["id"]!;
        await _world.LookedAtAsync(id);
        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Delete, $"/v1/keys/{key["key"]!["id"]}", null);
        Assert.Equal("key_revoked", (string)(await _world.CheckAsync(id))["last_error"]!["code"]!);

        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", new { paused = false });
        Assert.Null((await _world.CheckAsync(id))["last_error"]);
    }

    private static Func<HttpContext, Task> Failing(string? retryAfter) => http =>
    {
        http.Response.StatusCode = 503;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private async Task<TimeSpan> WaitAsync(string id, System.Text.Json.Nodes.JsonNode? known = null)
    {
        var source = known ?? await _world.SourceAsync(id);
        return (DateTimeOffset)source["next_check_at"]! - (DateTimeOffset)source["last_checked_at"]!;
    }

    private int Count(string table) =>
        (int)_world.App.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>($"select count(*) from {table}"));
}
