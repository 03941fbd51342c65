using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Boards;

/// <summary>What is on a board, in a section and in the account is read through, page by page.</summary>
public sealed class BoardPinsTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _board = "", _section = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        _board = (string)(await _app.GetAsync("/v1/boards"))["items"]![0]!["id"]!;
        _section = (string)(await _app.PostAsync($"/v1/boards/{_board}/sections", new { name = "Lamps" }))["id"]!;
        foreach (var (title, board) in new[] { ("One", "Home decor"), ("Two", "Home decor / Lamps"), ("Three", "Recipes") })
            await _app.SettledAsync(await _app.PublishAsync(SidecarApp.Pin(("title", title), ("board", board))));
        _app.AddForeignPin("simulator", _board, "Somebody's");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_boards_pins_are_listed_with_their_addresses_also_those_of_others()
    {
        var page = await _app.GetAsync($"/v1/boards/{_board}/pins");

        Assert.Equal("Somebody's,Two,One", Titles(page));
        Assert.Null(page["next_cursor"]);
        var pin = page["items"]![1]!;
        Assert.Equal($"https://www.pinterest.com/pin/{pin["id"]}/", (string?)pin["url"]);
        Assert.NotNull(pin["has_been_promoted"]); // a field the connector itself does not know
        Assert.NotNull(pin["media"]!["images"]);
    }

    [Fact]
    public async Task A_sections_pins_are_listed() =>
        Assert.Equal("Two", Titles(await _app.GetAsync($"/v1/boards/{_board}/sections/{_section}/pins")));

    [Fact]
    public async Task Own_pins_are_listed_whatever_the_board()
    {
        Assert.Equal("Three,Two,One", Titles(await _app.GetAsync("/v1/pinterest/pins")));
        Assert.Equal("", Titles(await _app.GetAsync("/v1/pinterest/pins?filter=exclude_native")));
        Assert.Equal("Three,Two,One", Titles(await _app.GetAsync("/v1/pinterest/pins?filter=exclude_repins&include_protected=true")));
    }

    [Theory]
    [InlineData("o", "Two,One")]
    [InlineData("one", "One")]
    [InlineData("somebody", "")]
    [InlineData("nothing like it", "")]
    public async Task Own_pins_are_searched(string words, string found) =>
        Assert.Equal(found, Titles(await _app.GetAsync($"/v1/pinterest/search?q={Uri.EscapeDataString(words)}")));

    [Fact]
    public async Task They_are_searched_by_their_ids()
    {
        var ids = (await _app.GetAsync("/v1/pinterest/pins"))["items"]!.AsArray().Select(pin => (string)pin!["id"]!).ToList();

        Assert.Equal("Three,One", Titles(await _app.GetAsync($"/v1/pinterest/search?q={ids[0]},{ids[2]}")));
    }

    [Theory]
    [InlineData("/v1/boards/{board}/pins?limit=1", 3)]
    [InlineData("/v1/pinterest/pins?limit=2", 3)]
    [InlineData("/v1/pinterest/search?q=o&limit=1", 2)]
    public async Task They_are_paged_through(string path, int expected)
    {
        var (seen, cursor) = (new List<string>(), "");
        for (var pages = 0; pages < 5 && cursor is not null; pages++)
        {
            var page = await _app.GetAsync(Fill(path) + (cursor.Length > 0 ? $"&cursor={cursor}" : ""));
            seen.AddRange(page["items"]!.AsArray().Select(pin => (string)pin!["id"]!));
            cursor = (string?)page["next_cursor"];
        }

        Assert.Null(cursor);
        Assert.Equal((expected, expected), (seen.Count, seen.Distinct().Count()));
    }

    [Theory]
    [InlineData("/v1/boards/{board}/pins", "list_board_pins")]
    [InlineData("/v1/boards/{board}/sections/{section}/pins", "list_section_pins")]
    [InlineData("/v1/pinterest/pins", "list_pins")]
    [InlineData("/v1/pinterest/search?q=o", "search_pins")]
    public async Task Each_is_one_read_of_Pinterest(string path, string operation)
    {
        var left = await LeftAsync();

        await _app.GetAsync(Fill(path));

        Assert.Equal(1, _app.CallsOf(operation));
        Assert.InRange(await LeftAsync(), 0, left - 1);
    }

    [Theory]
    [InlineData("list_board_pins", "rate_limited", "/v1/boards/{board}/pins", 429, "rate_limited")]
    [InlineData("list_board_pins", "data_access_denied", "/v1/boards/{board}/pins", 403, "capability_unavailable")]
    [InlineData("list_section_pins", "scope_missing", "/v1/boards/{board}/sections/{section}/pins", 403, "capability_unavailable")]
    [InlineData("list_pins", "html", "/v1/pinterest/pins", 502, "pinterest_unavailable")]
    [InlineData("search_pins", "feature_restricted", "/v1/pinterest/search?q=o", 403, "capability_unavailable")]
    public async Task What_Pinterest_refuses_is_said(string operation, string fault, string path, int status, string code)
    {
        await _app.FaultAsync(fault, operation: operation);

        await _app.RefusedAsync(status, code, call => call.Get.Url(Fill(path)));
    }

    [Fact]
    public async Task A_cursor_goes_with_its_own_list_only()
    {
        var cursor = (string)(await _app.GetAsync($"/v1/boards/{_board}/pins?limit=1"))["next_cursor"]!;

        await _app.RefusedAsync(400, "validation_failed", call => call.Get.Url($"/v1/pinterest/pins?cursor={cursor}"));
    }

    private async Task<int> LeftAsync() => (int)(await _app.GetAsync(
            $"/v1/accounts/{await _app.FirstAccountAsync()}/rate-meter"))["windows"]!.AsArray()
        .First(window => (string?)window!["rule"] == "org_read" && (int)window["window_seconds"]! == 60)!["remaining"]!;

    private string Fill(string path) =>
        path.Replace("{board}", _board, StringComparison.Ordinal).Replace("{section}", _section, StringComparison.Ordinal);

    private static string Titles(JsonNode page) => string.Join(',', page["items"]!.AsArray().Select(pin => (string?)pin!["title"]));
}
