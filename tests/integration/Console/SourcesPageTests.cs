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
    public async Task A_source_without_a_start_is_asked_how_far_back_and_what_was_typed_stays()
    {
        var refused = await _person.SubmitAsync(Page, "add", ("url", "https://example.com/feed"), ("check_every_seconds", "600"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("first run asks how far back", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"https://example.com/feed\"", refused.Html, StringComparison.Ordinal);
    }
}
