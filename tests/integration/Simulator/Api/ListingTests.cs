using System.Net;
using System.Net.Http.Json;
using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Api;

public sealed class ListingTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _board = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync();
        _session = await _simulator.SessionAsync();
        _board = await _simulator.BoardIdAsync(_session);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_listing_that_moves_while_it_is_read_shows_one_pin_twice_and_one_not_at_all()
    {
        for (var number = 1; number <= 6; number++) await CreateAsync($"{number}");
        _simulator.Faults.Add(new FaultRule("maria", "list_moves"));

        var first = await PageAsync(null);
        var second = await PageAsync(first.Bookmark);
        var third = await PageAsync(second.Bookmark);

        Assert.Equal(["6", "5", "5", "3", "2", "1"], Titles(first, second, third));
        Assert.Equal(["Somebody else's", "4", "6", "5", "3", "2", "1"], Titles(await PageAsync(null, 250)));
    }

    [Fact]
    public async Task A_listing_on_one_page_does_not_use_the_fault_up()
    {
        await CreateAsync("1");
        _simulator.Faults.Add(new FaultRule("maria", "list_moves"));

        await PageAsync(null, 250);

        Assert.Single(_simulator.Faults.Remaining);
    }

    [Fact]
    public async Task Pages_can_be_short_with_nothing_missing()
    {
        for (var number = 1; number <= 3; number++) await CreateAsync($"{number}");
        _simulator.Faults.Add(new FaultRule("maria", "list_short") { Times = 2 });

        var first = await PageAsync(null, 250);
        var second = await PageAsync(first.Bookmark, 250);

        Assert.Equal(["3", "2"], Titles(first));
        Assert.Equal(["1"], Titles(second));
        Assert.Null(second.Bookmark);
    }

    [Fact]
    public async Task Reading_can_be_denied_for_boards_and_sections_while_writing_goes_on()
    {
        var section = await _simulator.Pinterest.CreateSectionAsync(_session, _board, "Soups", default);
        _simulator.Faults.Add(new FaultRule("maria", "read_denied") { Times = 2 });

        await CreateAsync("1");

        await DeniedAsync(() => PageAsync(null));
        await DeniedAsync(() => _simulator.Pinterest.ListSectionPinsAsync(_session, _board, section.Id, null, 25, default));

        static async Task DeniedAsync(Func<Task> call) =>
            Assert.Equal(FailureKind.DataAccessDenied, (await Assert.ThrowsAsync<PinterestException>(call)).Failure.Kind);
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public async Task A_board_lists_the_pins_of_its_sections_too_unless_set_otherwise(string setting, int listed)
    {
        await using var simulator = await SimulatorFixture.StartAsync(settings: ("Connector:Simulator:BoardListsSectionPins", setting));
        var session = await simulator.SessionAsync();
        var board = await simulator.BoardIdAsync(session);
        var section = await simulator.Pinterest.CreateSectionAsync(session, board, "Soups", default);
        await simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board), default);
        await simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board) with { BoardSectionId = section.Id }, default);

        Assert.Equal(listed, (await simulator.Pinterest.ListBoardPinsAsync(session, board, null, 25, default)).Items.Count);
        Assert.Single((await simulator.Pinterest.ListSectionPinsAsync(session, board, section.Id, null, 25, default)).Items);
    }

    [Fact]
    public async Task A_pin_of_somebody_else_stands_among_ours_where_its_time_puts_it()
    {
        var earlier = _simulator.Clock.GetUtcNow();
        await CreateAsync("1");
        _simulator.Clock.Advance(TimeSpan.FromMinutes(10));
        await CreateAsync("2");

        var (soup, at) = ("https://example.com", earlier.AddMinutes(5));
        await PlaceAsync(
            new { account = "maria", board_id = _board, title = "Soup", description = "Hot", link = soup, created_at = at },
            HttpStatusCode.Created);
        await PlaceAsync(new { account = "maria", board_id = _board, title = "now" }, HttpStatusCode.Created);

        var items = (await PageAsync(null, 250)).Items;
        Assert.Equal(["now", "2", "Soup", "1"], items.Select(pin => pin.Title));
        Assert.Equal([false, true, false, true], items.Select(pin => pin.IsOwner));
        Assert.Equal(("Hot", "https://example.com", earlier.AddMinutes(5)), (items[2].Description, items[2].Link, items[2].CreatedAt));
        Assert.Distinct(items.Select(pin => pin.Id));
    }

    [Fact]
    public async Task Nobody_can_put_a_pin_where_there_is_nothing_to_put_it_on()
    {
        await PlaceAsync(new { account = "nobody", board_id = _board }, HttpStatusCode.BadRequest);
        await PlaceAsync(new { account = "maria", board_id = "1" }, HttpStatusCode.BadRequest);
        await PlaceAsync(new { account = "maria", board_id = _board, section_id = "1" }, HttpStatusCode.BadRequest);
        await PlaceAsync(new { account = "maria", board_id = _board, name = "Soup" }, HttpStatusCode.BadRequest);

        Assert.Empty(_simulator.Control.Pins("maria"));
    }

    private Task CreateAsync(string title) => _simulator.Pinterest.CreatePinAsync(_session, Sample.Pin(_board, title), default);

    private Task<PinterestPage<PinterestPin>> PageAsync(string? bookmark, int size = 2) =>
        _simulator.Pinterest.ListBoardPinsAsync(_session, _board, bookmark, size, default);

    private async Task PlaceAsync(object pin, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _http.PostAsJsonAsync($"{_simulator.BaseUrl}/control/pins", pin)).StatusCode);

    private static IEnumerable<string?> Titles(params PinterestPage<PinterestPin>[] pages) =>
        pages.SelectMany(page => page.Items).Select(pin => pin.Title);
}
