using Connector.Pinterest;
using Connector.Simulator.State;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.State;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulator").FullName;
    private readonly ManualClock _clock = new();

    private string Path => System.IO.Path.Combine(_folder, "below", "simulator.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Accounts_tokens_boards_sections_and_pins_survive_a_restart()
    {
        PinterestSession session;
        string board, pin, gone;
        TokenGrant old, current;
        await using (var before = await StartAsync())
        {
            session = await before.SessionAsync();
            old = await before.GrantAsync();
            current = await before.Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, old.RefreshToken!, default);
            board = (await before.Pinterest.CreateBoardAsync(session, new BoardCreate("Soups"), default)).Id;
            await before.Pinterest.CreateSectionAsync(session, board, "Hot", default);
            pin = (await CreateAsync(before, session, board)).PinId;
            gone = (await CreateAsync(before, session, board)).PinId;
            await before.Pinterest.DeletePinAsync(session, gone, default);
        }

        await using var after = await StartAsync();

        var boards = (await after.Pinterest.ListBoardsAsync(session, null, null, 25, default)).Items;
        Assert.Equal(["Home decor", "Recipes", "Travel ideas", "Soups"], boards.Select(each => each.Name));
        Assert.Equal("Hot", Assert.Single((await after.Pinterest.ListSectionsAsync(session, board, null, 25, default)).Items).Name);
        Assert.Equal(pin, Assert.Single((await after.Pinterest.ListBoardPinsAsync(session, board, null, 25, default)).Items).Id);
        await after.Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, current.RefreshToken!, default);
        await Assert.ThrowsAsync<PinterestException>(
            () => after.Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, old.RefreshToken!, default));
        Assert.DoesNotContain((await CreateAsync(after, session, board)).PinId, new[] { pin, gone });
    }

    [Fact]
    public async Task A_last_line_cut_short_is_ignored_and_written_over()
    {
        await using (var before = await StartAsync()) await before.SessionAsync("maria");
        await File.AppendAllTextAsync(Path, """{"change":"account_op""");

        await using (var torn = await StartAsync()) await torn.SessionAsync("peter");

        await using var after = await StartAsync();
        Assert.Equal(2, after.Get<SimulatorState>().Accounts.Count());
    }

    [Fact]
    public async Task Starting_over_empties_the_boards_and_keeps_the_tokens()
    {
        await using var simulator = await StartAsync();
        var session = await simulator.SessionAsync();
        var board = await simulator.BoardIdAsync(session);
        var first = await CreateAsync(simulator, session, board);
        simulator.Faults.Add(new("maria", "server_error"));
        using var http = new HttpClient();

        await http.PostAsync(new Uri($"{simulator.BaseUrl}/control/reset"), null);

        Assert.Equal("[]", await http.GetStringAsync($"{simulator.BaseUrl}/control/pins?account=maria"));
        Assert.Equal(board, await simulator.BoardIdAsync(session));
        Assert.NotEqual(first.PinId, (await CreateAsync(simulator, session, board)).PinId);
    }

    [Fact]
    public async Task Image_bytes_are_not_kept()
    {
        await using (var simulator = await StartAsync())
        {
            var session = await simulator.SessionAsync();
            var image = new byte[100_000];
            SampleImages.Png(640, 960).CopyTo(image, 0);
            var pin = Sample.Pin(await simulator.BoardIdAsync(session)) with { MediaSource = new ImageBytesSource("image/png", image) };
            await simulator.Pinterest.CreatePinAsync(session, pin, default);
        }

        var journal = await File.ReadAllTextAsync(Path);
        Assert.True(journal.Length < 5000);
        Assert.Contains(""""kind":"png","bytes":100000,"width":640,"height":960"""", journal, StringComparison.Ordinal);
    }

    private Task<SimulatorFixture> StartAsync() => SimulatorFixture.StartAsync(_clock, Path);

    private static Task<PinReceipt> CreateAsync(SimulatorFixture simulator, PinterestSession session, string board) =>
        simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board), default);
}
