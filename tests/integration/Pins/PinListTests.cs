using System.Text.Json.Nodes;
using Connector.Pins.View;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pins;

/// <summary>A page of pins is read from an index, however many there are; what a filter finds follows the pins.</summary>
public sealed class PinListTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    [InlineData(null, null, "pins_by_workspace (workspace_id=? AND id<?)")]
    [InlineData("published", null, "pins_by_status (workspace_id=? AND status=? AND id<?)")]
    [InlineData("queued", null, "pins_by_status (workspace_id=? AND status=? AND id<?)")]
    [InlineData("failed", null, "pins_by_status (workspace_id=? AND status=? AND id<?)")]
    [InlineData(null, "run=7", "SEARCH pin_metadata USING PRIMARY KEY (workspace=? AND entry=? AND pin_id<?)")]
    public void A_page_begins_where_the_last_one_ended_and_sorts_nothing(string? status, string? entry, string index)
    {
        var filter = new PinFilter { WorkspaceId = "wsp_1", Status = status, Entry = entry };

        var plan = _app.Services.GetRequiredService<Database>().Read(sql => sql.Query<(long, long, long, string Step)>(
            "explain query plan " + filter.Page(hasCursor: true), new { filter.WorkspaceId, filter.Entry, cursor = "pin_1", rows = 51 }));

        Assert.Contains(index, plan[0].Step, StringComparison.Ordinal);
        Assert.DoesNotContain(plan, step => step.Step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_that_was_changed_is_found_by_its_new_value_only()
    {
        var id = await PublishAsync("run", "first");
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", new { metadata = new { run = "second" } });

        Assert.Empty(await FoundAsync("run", "first"));
        Assert.Equal([id], await FoundAsync("run", "second"));
    }

    [Fact]
    public async Task Nothing_is_left_of_the_metadata_of_a_pin_that_was_forgotten()
    {
        var id = await PublishAsync("run", "first");
        await _app.PostAsync($"/v1/pins/{id}/cancel");
        using var answer = await _app.Admin.DeleteAsync($"/v1/pins/{id}");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(await FoundAsync("run", "first"));
        Assert.Equal(0, _app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>("select count(*) from pin_metadata")));
    }

    [Theory]
    [InlineData("list \"1\" <b> & 'x'")]
    [InlineData("Ünïcödé 🌷 日本")]
    [InlineData("a\\b/c")]
    [InlineData("=")]
    public async Task Metadata_is_found_whatever_is_in_it(string text)
    {
        var id = await PublishAsync(text, text);
        await PublishAsync(text, "other");

        Assert.Equal([id], await FoundAsync(text, text));
    }

    [Fact]
    public async Task Long_values_that_begin_alike_are_told_apart()
    {
        var begin = string.Concat(Enumerable.Repeat("🌷", 120));
        var id = await PublishAsync("run", begin + "a");
        await PublishAsync("run", begin + "b");

        Assert.Equal([id], await FoundAsync("run", begin + "a"));
    }

    [Fact]
    public async Task Two_entries_that_are_one_text_are_both_found_at_an_accept_and_at_an_edit()
    {
        var twice = new JsonObject { ["a"] = "b=c", ["a=b"] = "c" };
        var accepted = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater), ("metadata", twice.DeepClone())));
        var edited = await PublishAsync("run", "first");
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{edited}", new { metadata = twice });

        Assert.Equal([edited, accepted], await FoundAsync("a", "b=c"));
        Assert.Equal([edited, accepted], await FoundAsync("a=b", "c"));
    }

    private Task<string> PublishAsync(string key, string value) => _app.PublishAsync(SidecarApp.Pin(
        ("publish_at", SidecarApp.MuchLater), ("metadata", new JsonObject { [key] = value })));

    private async Task<IEnumerable<string>> FoundAsync(string key, string value)
    {
        var page = await _app.GetAsync($"/v1/pins?metadata.{Uri.EscapeDataString(key)}={Uri.EscapeDataString(value)}");
        return page["items"]!.AsArray().Select(pin => (string)pin!["id"]!);
    }
}
