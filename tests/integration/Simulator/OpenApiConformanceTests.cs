using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;
using Connector.Tests.Support.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Simulator;

/// <summary>What our client sends and what our simulator answers, compared with Pinterest's own description of its API.</summary>
public sealed partial class OpenApiConformanceTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Exchange> _exchanges = [];
    private readonly OpenApiDescription? _description = PinterestDescription.Find();
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _board = null!;

    private PinterestClient Pinterest => _simulator.Pinterest;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_description is null, PinterestDescription.HowToGetIt);
        _simulator = await SimulatorFixture.StartAsync(also: services =>
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new ExchangeRecorder(_exchanges))));
        _session = await _simulator.SessionAsync();
        _board = await _simulator.BoardIdAsync(_session);
    }

    public ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Tokens_and_the_account()
    {
        var grant = await _simulator.GrantAsync();
        await Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, grant.RefreshToken!, default);
        await RefusedAsync(
            () => Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, grant.RefreshToken!, default));
        await Pinterest.GetUserAccountAsync(_session, default);

        AssertConforms(6);
    }

    [Fact]
    public async Task Boards_and_sections()
    {
        var board = await Pinterest.CreateBoardAsync(_session, new BoardCreate("Soups", "All of them", "SECRET"), default);
        await RefusedAsync(() => Pinterest.CreateBoardAsync(_session, new BoardCreate("Soups"), default));
        await Pinterest.GetBoardAsync(_session, board.Id, default);
        await Pinterest.UpdateBoardAsync(_session, board.Id, new BoardUpdate("Stews", "", "PUBLIC"), default);
        var first = await Pinterest.ListBoardsAsync(_session, "PUBLIC_AND_SECRET", null, 2, default);
        await Pinterest.ListBoardsAsync(_session, null, first.Bookmark, 250, default);

        var section = await Pinterest.CreateSectionAsync(_session, board.Id, "Hot", default);
        await Pinterest.UpdateSectionAsync(_session, board.Id, section.Id, "Cold", default);
        await Pinterest.ListSectionsAsync(_session, board.Id, null, 25, default);
        await Pinterest.CreatePinAsync(_session, Sample.Pin(board.Id) with { BoardSectionId = section.Id }, default);
        await Pinterest.ListSectionPinsAsync(_session, board.Id, section.Id, null, 250, default);
        _simulator.Faults.Add(new FaultRule("maria", "conflict"));
        await RefusedAsync(() => Pinterest.CreateSectionAsync(_session, board.Id, "Warm", default));
        await Pinterest.DeleteSectionAsync(_session, board.Id, section.Id, default);
        await Pinterest.DeleteBoardAsync(_session, board.Id, default);
        await RefusedAsync(() => Pinterest.GetBoardAsync(_session, board.Id, default));

        AssertConforms(17);
    }

    private void AssertConforms(int exchanges, params Exchange[] wrongOnPurpose)
    {
        Assert.Equal(exchanges, _exchanges.Count);
        foreach (var exchange in _exchanges.Except(wrongOnPurpose))
        {
            // Pinterest describes this field in words only: "make sure to set the continuous_refresh parameter to true".
            (exchange.Request.Body as JsonObject)?.Remove("continuous_refresh");
            var mistakes = exchange.Mistakes(_description!).ToList();
            Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        }
    }

    private static Task RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<PinterestException>(call);
}
