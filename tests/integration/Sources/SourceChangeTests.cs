using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Sources;

/// <summary>What a change of a source, or of the season of an item, does.</summary>
public sealed class SourceChangeTests : IAsyncLifetime
{
    private SourceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SourceWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Null_clears_the_map_the_board_and_how_often_and_what_is_left_out_stays()
    {
        var map = JsonNode.Parse("""{"templates":{"title":"Buy {{ title }}"}}""")!;
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Lamp"))), "all", ("map", map));
        Assert.Equal(["Buy Lamp"], (await _world.PinsAsync()).Select(pin => (string)pin["title"]!));

        await PatchAsync(id, """{"check_every_seconds":600,"board":"","map":""}""");
        var kept = await _world.SourceAsync(id);
        Assert.Equal(("Home decor", 600), ((string?)kept["board"], (int)kept["check_every_seconds"]!));
        Assert.NotNull(kept["map"]);

        await PatchAsync(id, """{"map":null,"board":null,"check_every_seconds":null}""");
        var cleared = await _world.LookedAtAsync(id);
        Assert.Equal((null, null, 3600), (cleared["map"], cleared["board"], (int)cleared["check_every_seconds"]!));
    }

    [Fact]
    public async Task Without_its_map_a_source_reads_its_items_anew_and_changes_their_waiting_pins()
    {
        var map = JsonNode.Parse("""{"templates":{"title":"Buy {{ title }}"}}""")!;
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Lamp"))), "all", ("map", map));

        _world.App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await PatchAsync(id, """{"map":null}""");
        await _world.LookedAtAsync(id);

        Assert.Equal(["Lamp"], (await _world.PinsAsync()).Select(pin => (string)pin["title"]!));
    }

    [Theory]
    [InlineData("""{"url":null}""", "url")]
    [InlineData("""{"paused":null}""", "request")]
    [InlineData("""{"board":""}""", "request")]
    public async Task What_cannot_be_cleared_is_refused(string change, string field)
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Lamp"))));

        var refused = await _world.App.RefusedAsync(
            400, "validation_failed", call => call.Patch.Json(JsonNode.Parse(change)!).ToUrl($"/v1/sources/{id}"));

        Assert.NotNull(refused["errors"]![field]);
    }

    [Fact]
    public async Task An_item_whose_season_moves_moves_its_waiting_pin()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/list.json", List("2027-02-14", 60)));
        Assert.Equal(("2027-02-14", 60), await SeasonAsync());

        _world.Host.Put("/list.json", List("2027-05-09", 45));
        await _world.AgainAsync(id);

        Assert.Equal(("2027-05-09", 45), await SeasonAsync());
    }

    private async Task<(string?, int)> SeasonAsync()
    {
        var season = (await _world.PinsAsync()).Single()["season"]!;
        return ((string?)season["event_date"], (int)season["lead_days"]!);
    }

    private Task PatchAsync(string id, string change) =>
        SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", JsonNode.Parse(change));

    private static string List(string day, int lead) => $$"""
        [{"sku":"a","title":"Card","image":"https://example.com/a.jpg","link":"https://example.com/a","event_date":"{{day}}",
          "lead_days":{{lead}}}]
        """;
}
