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
    public void The_kept_list_of_the_fields_of_a_new_pin_is_Pinterests()
    {
        var sources = _description!.Schema("PinMediaSource")["discriminator"]!["mapping"]!.AsObject().SelectMany(source =>
            Fields(((string)source.Value!).Split('/')[^1]).Except(["source_type"]).Select(name => $"media_source.{source.Key}.{name}"));

        Assert.Equal(
            Fields("PinCreate").Except(["media_source"]).Concat(sources).Order(),
            File.ReadAllLines(Repository.Path("tests", "shared", "pinterest-pin-fields.txt")).Order());

        IEnumerable<string> Fields(string schema) => _description.Schema(schema)["properties"]!.AsObject().Select(field => field.Key);
    }

    [Fact]
    public async Task Pins_that_are_changed_saved_listed_and_searched()
    {
        var pin = (await Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default)).PinId;
        var everything = new Dictionary<string, string?>
        {
            ["title"] = "Stew",
            ["description"] = null,
            ["alt_text"] = "A pot",
            ["link"] = "https://example.com/stew",
            ["board_id"] = _board,
            ["board_section_id"] = null,
        };
        await Pinterest.UpdatePinAsync(_session, pin, everything, default);
        await Pinterest.SavePinAsync(_session with { AdAccountId = "549755885175" }, pin, new PinSave(_board), default);
        var page = await Pinterest.ListPinsAsync(_session, new OwnPins("exclude_repins", true), null, 1, default);
        await Pinterest.ListPinsAsync(_session, new OwnPins(), page.Bookmark, 250, default);
        await Pinterest.SearchPinsAsync(_session, "stew", null, default);
        await RefusedAsync(() => Pinterest.UpdatePinAsync(_session, "12", everything, default));
        await RefusedAsync(() => Pinterest.SavePinAsync(_session, "12", new PinSave(_board), default));

        AssertConforms(10);
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
