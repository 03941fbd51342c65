using Connector.Tests.Sources;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed class SourcesPageTests : IAsyncLifetime
{
    private const string Page = "/sources";

    private SidecarApp _app = null!;
    private Visitor _person = null!;

    public async ValueTask InitializeAsync()
    {
        // Nothing lies at the addresses of these tests, and no test waits for that.
        _app = await SidecarApp.StartAsync(new ManualClock(), null, WebhookCalls.ToLoopback);
        _person = await Visitor.OwnerAsync(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_source_is_added_paused_resumed_and_looked_at()
    {
        await _person.SubmitAsync(
            Page, "add", ("url", "http://127.0.0.1:19999/feed"), ("start", "new_only"), ("board", "Recipes"),
            ("check_every_seconds", "600"));
        var source = (await _app.GetAsync("/v1/sources"))["items"]!.AsArray().Single()!;
        Assert.Equal(
            ("new_only", "Recipes", 600), ((string)source["start"]!, (string)source["board"]!, (int)source["check_every_seconds"]!));

        await _person.SubmitAsync(Page, $"act-{source["id"]}", ("id", $"{source["id"]}"), ("act", "pause"));
        Assert.Equal("paused", await StatusAsync());
        Assert.Contains("Resume", (await _person.GetAsync(Page)).Text, StringComparison.Ordinal);

        await _person.SubmitAsync(Page, $"act-{source["id"]}", ("id", $"{source["id"]}"), ("act", "resume"));
        Assert.Equal("active", await StatusAsync());
        await _person.SubmitAsync(Page, $"act-{source["id"]}", ("id", $"{source["id"]}"), ("act", "check"));
        Assert.Contains("Check now", (await _person.GetAsync(Page)).Text, StringComparison.Ordinal);

        async Task<string> StatusAsync() => (string)(await _app.GetAsync($"/v1/sources/{source["id"]}"))["status"]!;
    }

    [Fact]
    public async Task A_source_shows_what_became_of_its_items_and_is_deleted()
    {
        await using var host = await WatchedHost.StartAsync();
        var url = host.Put("/feed", Feeds.Rss(("a", "Brass lamp"), ("b", "Oak lamp")));
        await _person.SubmitAsync(
            Page, "add", ("url", url), ("start", "since"), ("since", "2026-11-01"), ("board", "Nowhere"), ("check_every_seconds", "3600"));
        var id = (string)(await _app.GetAsync("/v1/sources"))["items"]!.AsArray().Single()!["id"]!;
        await Eventually.TrueAsync(async () => (await _app.GetAsync($"/v1/sources/{id}"))["last_checked_at"] is not null);

        var failed = await _person.GetAsync($"{Page}/{id}?state=failed");
        Assert.Contains("Brass lamp (a)", failed.Text, StringComparison.Ordinal);
        Assert.Contains("Nowhere", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brass lamp", (await _person.GetAsync($"{Page}/{id}?state=pinned")).Text, StringComparison.Ordinal);

        _app.Clock!.Advance(TimeSpan.FromSeconds(1));
        await _person.SubmitAsync($"{Page}/{id}", "change", ("board", "Recipes"), ("check_every_seconds", "86400"));
        await Eventually.TrueAsync(async () => (int)(await _app.GetAsync($"/v1/sources/{id}"))["counts"]!["pinned"]! == 2);
        Assert.Equal(86400, (int)(await _app.GetAsync($"/v1/sources/{id}"))["check_every_seconds"]!);
        await _person.SubmitAsync($"{Page}/{id}", "change", ("board", ""), ("check_every_seconds", "86400"));
        Assert.Null((await _app.GetAsync($"/v1/sources/{id}"))["board"]);

        await _person.SubmitAsync($"{Page}/{id}", "delete");
        Assert.Empty((await _app.GetAsync("/v1/sources"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_source_without_a_start_is_asked_how_far_back_and_what_was_typed_stays()
    {
        var refused = await _person.SubmitAsync(Page, "add", ("url", "https://example.com/feed"), ("check_every_seconds", "600"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("first run asks how far back", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"https://example.com/feed\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_since_a_day_needs_the_day()
    {
        var refused = await _person.SubmitAsync(
            Page, "add", ("url", "https://example.com/feed"), ("start", "since"), ("check_every_seconds", "600"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("id=\"since-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("It is needed: choose the day.", refused.Text, StringComparison.Ordinal);
    }
}
