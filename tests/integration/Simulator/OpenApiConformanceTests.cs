using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;
using Connector.Tests.Support.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Simulator;

/// <summary>What our client sends and what our simulator answers, held against Pinterest's own description of its API.</summary>
public sealed class OpenApiConformanceTests : IAsyncLifetime
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

    [Fact]
    public async Task Pins_of_every_kind()
    {
        CarouselUrl card = new("https://example.com/a.jpg", "One", "First", "https://example.com/1");
        CarouselBytes bytes = new("image/jpeg", SampleImages.Jpeg(), "One");
        MediaSource[] sources =
        [
            new ImageUrlSource("https://example.com/a.jpg"),
            new ImageBytesSource("image/png", SampleImages.Png()),
            new CarouselUrlSource([card, card], Index: 1),
            new CarouselBytesSource([bytes, bytes, bytes]),
        ];
        foreach (var source in sources)
        {
            var receipt = await Pinterest.CreatePinAsync(
                _session,
                new PinCreate
                {
                    BoardId = _board,
                    Title = "Soup",
                    Description = "Hot",
                    AltText = "A bowl",
                    Link = "https://example.com",
                    DominantColor = "#112233",
                    MediaSource = source,
                },
                default);
            await Pinterest.GetPinAsync(_session, receipt.PinId, default);
        }

        var page = await Pinterest.ListBoardPinsAsync(_session, _board, null, 3, default);
        await Pinterest.ListBoardPinsAsync(_session, _board, page.Bookmark, 250, default);
        await Pinterest.DeletePinAsync(_session, page.Items[0].Id, default);

        AssertConforms(13);
    }

    [Fact]
    public async Task Videos()
    {
        List<string> media = [];
        for (var count = 1; count <= 3; count++)
        {
            var registration = await Pinterest.RegisterMediaAsync(_session, default);
            await _simulator.Uploads.SendAsync(PinterestEnvironment.Simulator, registration, new SampleStream(5000), default);
            media.Add(registration.MediaId);
        }

        await Pinterest.GetMediaAsync(_session, media[0], default);
        await Pinterest.GetMediaAsync(_session, "12", default);
        await RefusedAsync(() => CreateAsync(new VideoSource(media[0]) { CoverImageKeyFrameTime = 0 }));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(5));
        await Pinterest.GetMediaAsync(_session, media[0], default);
        foreach (var url in new[] { "/v5/media?page_size=2", "/v5/media" }) await ListMediaAsync(url);

        await CreateAsync(new VideoSource(media[0]) { CoverImageKeyFrameTime = 0 });
        await CreateAsync(new VideoSource(media[1]) { CoverImageUrl = "https://example.com/a.jpg" });
        await CreateAsync(new VideoSource(media[2]) { CoverImageContentType = "image/png", CoverImageData = SampleImages.Png() });
        await RefusedAsync(() => CreateAsync(new VideoSource(media[0])));
        var pin = (await Pinterest.ListBoardPinsAsync(_session, _board, null, 250, default)).Items[0];
        await Pinterest.GetPinAsync(_session, pin.Id, default);
        _simulator.Faults.Add(new FaultRule("maria", "register_unavailable"));
        await RefusedAsync(() => Pinterest.RegisterMediaAsync(_session, default));

        AssertConforms(18);

        Task CreateAsync(MediaSource source) =>
            Pinterest.CreatePinAsync(_session, new PinCreate { BoardId = _board, MediaSource = source }, default);
    }

    [Fact]
    public async Task Every_refusal_that_can_be_ordered()
    {
        var refusals = FaultCatalog.All.Where(fault => fault.Value.Operation == "create_pin").Select(fault => fault.Key)
            .Except([
                "accept_then_drop",
                "drop_before_read",
                "truncated_body",
                "no_id",
                "html",
                "slow_headers",
                "slow_body",
                "list_lag",
                "link_normalised",
                "text_normalised"
            ]).ToList();
        foreach (var fault in refusals)
        {
            _simulator.Faults.Add(new FaultRule("maria", fault));
            await RefusedAsync(() => Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default));
        }

        AssertConforms(2 + refusals.Count);
    }

    [Fact]
    public async Task Analytics()
    {
        var pin = (await Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default)).PinId;
        _simulator.Clock.Advance(TimeSpan.FromDays(5));
        var today = DateOnly.FromDateTime(_simulator.Clock.GetUtcNow().UtcDateTime);
        AnalyticsQuery query = new(
            today.AddDays(-7), today, ["IMPRESSION", "SAVE", "SAVE_RATE", "OUTBOUND_CLICK", "TOTAL_COMMENTS"])
        { AppTypes = "ALL" };
        AccountAnalyticsQuery account = new(query with { MetricTypes = ["ENGAGEMENT", "SAVE_RATE"] })
        {
            FromClaimedContent = "BOTH",
            PinFormat = "ALL",
            ContentType = "ALL",
            Source = "ALL",
        };

        await Pinterest.GetPinAnalyticsAsync(_session, pin, query, default);
        await Pinterest.GetPinAnalyticsAsync(_session, pin, query with { SplitField = "APP_TYPE" }, default);
        await RefusedAsync(() => Pinterest.GetPinAnalyticsAsync(_session, pin, query with { StartDate = today.AddDays(-91) }, default));
        await Pinterest.GetPinsAnalyticsAsync(_session, [pin, pin], query, default);
        await Pinterest.GetAccountAnalyticsAsync(_session, account, default);
        await Pinterest.GetTopPinsAsync(_session, new TopPinsQuery(account, "SAVE") { NumOfPins = 50, CreatedInLastNDays = 30 }, default);

        AssertConforms(9);
    }

    private async Task ListMediaAsync(string path)
    {
        using var http = _simulator.Get<IHttpClientFactory>().CreateClient(PinterestHttp.ClientName(PinterestEnvironment.Simulator));
        http.DefaultRequestHeaders.Authorization = new("Bearer", _session.AccessToken);
        using var answer = await http.GetAsync(new Uri($"http://simulator.localhost{path}"));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private void AssertConforms(int exchanges)
    {
        Assert.Equal(exchanges, _exchanges.Count);
        foreach (var exchange in _exchanges)
        {
            // Pinterest describes this field in words only: "make sure to set the continuous_refresh parameter to true".
            (exchange.Request.Body as JsonObject)?.Remove("continuous_refresh");
            Assert.Empty(exchange.Mistakes(_description!));
        }
    }

    private static Task RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<PinterestException>(call);
}
