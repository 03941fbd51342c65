using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator;

/// <content>Creating, reading and listing pins, and every refusal of one.</content>
public sealed partial class OpenApiConformanceTests
{
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
    public async Task Every_refusal_that_can_be_ordered()
    {
        var refusals = FaultCatalog.All.Where(fault => fault.Value.Operation == "create_pin").Select(fault => fault.Key)
            .Except(
            [
                "accept_then_drop", "drop_before_read", "truncated_body", "no_id", "html", "slow_headers", "slow_body", "list_lag",
                "link_normalised", "text_normalised",
            ]).ToList();
        foreach (var fault in refusals)
        {
            _simulator.Faults.Add(new FaultRule("maria", fault));
            await RefusedAsync(() => Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default));
        }

        AssertConforms(2 + refusals.Count);
    }
}
