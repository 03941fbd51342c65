using System.Text.Json.Nodes;

namespace Connector.Tests.Sources;

/// <summary>When an item is said to be gone: only when its source, which lists everything, was read whole twice without it.</summary>
public sealed class GoneTests : IAsyncLifetime
{
    private SourceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SourceWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_item_that_is_missing_twice_asks_its_owner_and_keeps_its_pin()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/map", Feeds.Pages(3)));

        _world.Host.Put("/map", Feeds.Pages(2));
        Assert.Equal(3, Pinned(await _world.AgainAsync(id)));
        Assert.Empty(await _world.EventsAsync("source.item_gone"));

        // The same file once more: its server says that it has not changed.
        var source = await _world.AgainAsync(id);
        Assert.Equal((2, 1), (Pinned(source), (int)source["counts"]!["gone"]!));
        var told = (await _world.EventsAsync("source.item_gone")).Single()["data"]!;
        Assert.Equal(("https://example.com/p002", id), ((string)told["item"]!["key"]!, (string)told["source"]!["id"]!));
        Assert.Equal(3, (await _world.PinsAsync()).Count(pin => (string)pin["status"]! == "awaiting_approval"));

        await _world.AgainAsync(id);
        Assert.Single(await _world.EventsAsync("source.item_gone"));
    }

    [Fact]
    public async Task An_item_that_comes_back_has_the_pin_that_it_had()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/map", Feeds.Pages(3)));
        var pin = (string)(await _world.ItemsAsync(id))[2]["pin_id"]!;
        _world.Host.Put("/map", Feeds.Pages(2));
        await _world.AgainAsync(id);
        await _world.AgainAsync(id);

        _world.Host.Put("/map", Feeds.Pages(3));
        await _world.AgainAsync(id);

        var item = (await _world.ItemsAsync(id))[2];
        Assert.Equal(("pinned", pin), ((string)item["state"]!, (string)item["pin_id"]!));
        Assert.Equal(3, (await _world.PinsAsync()).Count);
    }

    [Fact]
    public async Task A_cut_file_between_two_whole_ones_makes_nothing_gone()
    {
        var whole = Feeds.Pages(4);
        var id = await _world.WatchAsync(_world.Host.Put("/map", whole));

        _world.Host.Put("/map", whole[..(whole.Length / 2)]);
        var source = await _world.AgainAsync(id);
        Assert.Equal("source_incomplete", (string)source["last_error"]!["code"]!);
        await _world.CheckAsync(id);
        await _world.CheckAsync(id);

        _world.Host.Put("/map", whole);
        source = await _world.CheckAsync(id);
        Assert.Equal(4, Pinned(source));
        Assert.Empty(await _world.EventsAsync("source.item_gone"));
    }

    [Fact]
    public async Task Old_items_of_a_feed_fall_out_of_it_and_are_not_gone()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "A"), ("b", "B"))));

        _world.Host.Put("/feed", Feeds.Rss(("b", "B")));
        await _world.AgainAsync(id);
        await _world.AgainAsync(id);

        Assert.Equal(2, Pinned(await _world.CheckAsync(id)));
    }

    [Fact]
    public async Task A_shop_is_read_page_by_page_and_a_page_that_cannot_be_had_makes_nothing_gone()
    {
        var url = _world.Host.Put("/products.json?limit=2", Feeds.Products("a", "b"));
        _world.Host.Put("/products.json?limit=2&page=2", Feeds.Products("c"));
        var id = await _world.WatchAsync(url);
        Assert.Equal(3, Pinned(await _world.SourceAsync(id)));

        _world.Host.Files.Remove("/products.json?limit=2&page=2");
        await _world.AgainAsync(id);
        var source = await _world.CheckAsync(id);
        Assert.Equal(("source_unreachable", 3), ((string)source["last_error"]!["code"]!, Pinned(source)));

        _world.Host.Put("/products.json?limit=2", Feeds.Products("a"));
        await _world.CheckAsync(id);
        source = await _world.CheckAsync(id);
        Assert.Equal((1, 2), (Pinned(source), (int)source["counts"]!["gone"]!));
    }

    [Fact]
    public async Task Many_at_once_are_told_with_one_event()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/map", Feeds.Pages(30)));

        _world.Host.Put("/map", Feeds.Pages(5));
        await _world.AgainAsync(id);
        await _world.AgainAsync(id);

        Assert.Empty(await _world.EventsAsync("source.item_gone"));
        var told = (await _world.EventsAsync("source.items_gone")).Single()["data"]!;
        Assert.Equal((25, 25), ((int)told["count"]!, (int)told["source"]!["counts"]!["gone"]!));
        Assert.Equal(25, (await _world.ItemsAsync(id, "?state=gone&limit=250")).Count);
    }

    private static int Pinned(JsonNode source) => (int)source["counts"]!["pinned"]!;
}
