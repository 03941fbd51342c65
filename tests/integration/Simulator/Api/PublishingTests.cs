using Connector.Pinterest;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Api;

public sealed class PublishingTests : ConnectedSimulator
{
    [Fact]
    public async Task A_new_account_is_a_business_with_threeBoards_and_the_same_every_time()
    {
        var account = await Simulator.Pinterest.GetUserAccountAsync(Session, default);
        var boards = await Simulator.Pinterest.ListBoardsAsync(Session, null, null, 25, default);
        await using var another = await SimulatorFixture.StartAsync();
        var again = await another.Pinterest.GetUserAccountAsync(await another.SessionAsync(), default);

        Assert.Equal(("maria", "BUSINESS", 3), (account.Username, account.AccountType, account.BoardCount));
        Assert.Equal(["Home decor", "Recipes", "Travel ideas"], boards.Items.Select(board => board.Name));
        Assert.Matches(@"^\d{18}$", account.Id);
        Assert.Equal(account.Id, again.Id);
    }

    [Fact]
    public async Task Boards_are_made_changed_and_deleted()
    {
        var pinterest = Simulator.Pinterest;
        var board = await pinterest.CreateBoardAsync(Session, new BoardCreate("Küche", "All of it", "SECRET"), default);
        Assert.Equal(("Küche", "All of it", "SECRET", "maria"), (board.Name, board.Description, board.Privacy, board.Owner?.Username));

        var renamed = await pinterest.UpdateBoardAsync(Session, board.Id, new BoardUpdate(Name: "Kitchen", Privacy: "PUBLIC"), default);
        Assert.Equal(
            renamed, await pinterest.GetBoardAsync(Session, board.Id, default) with { Other = renamed.Other, Owner = renamed.Owner });
        Assert.Equal(("Kitchen", "All of it"), (renamed.Name, renamed.Description));
        await RefusedAsync(FailureKind.Invalid, () => pinterest.CreateBoardAsync(Session, new BoardCreate("kitchen"), default));

        await pinterest.DeleteBoardAsync(Session, board.Id, default);
        await pinterest.DeleteBoardAsync(Session, board.Id, default);
        await RefusedAsync(FailureKind.BoardNotFound, () => pinterest.GetBoardAsync(Session, board.Id, default));
    }

    [Fact]
    public async Task Sections_are_made_changed_filled_and_deleted()
    {
        var pinterest = Simulator.Pinterest;
        var board = await Simulator.BoardIdAsync(Session);
        var section = await pinterest.CreateSectionAsync(Session, board, "Soups", default);
        await pinterest.UpdateSectionAsync(Session, board, section.Id, "Stews", default);
        var pin = await pinterest.CreatePinAsync(Session, Sample.Pin(board) with { BoardSectionId = section.Id }, default);
        await pinterest.CreatePinAsync(Session, Sample.Pin(board), default);

        Assert.Equal("Stews", Assert.Single((await pinterest.ListSectionsAsync(Session, board, null, 25, default)).Items).Name);
        Assert.Equal(
            pin.PinId, Assert.Single((await pinterest.ListSectionPinsAsync(Session, board, section.Id, null, 25, default)).Items).Id);
        Assert.Equal(2, (await pinterest.ListBoardPinsAsync(Session, board, null, 250, default)).Items.Count);

        await pinterest.DeleteSectionAsync(Session, board, section.Id, default);
        await RefusedAsync(
            FailureKind.SectionNotFound, () => pinterest.ListSectionPinsAsync(Session, board, section.Id, null, 25, default));
    }

    [Fact]
    public async Task A_pin_comes_back_as_it_was_sent()
    {
        var sent = new PinCreate
        {
            BoardId = await Simulator.BoardIdAsync(Session),
            Title = "Soup",
            Description = "Hot",
            AltText = "A bowl",
            Link = "https://example.com/soup?utm_content=1",
            MediaSource = new ImageBytesSource("image/png", SampleImages.Png()),
        };

        var receipt = await Simulator.Pinterest.CreatePinAsync(Session, sent, default);
        var pin = await Simulator.Pinterest.GetPinAsync(Session, receipt.PinId, default);

        Assert.Equal((201, true), (receipt.Status, receipt.RequestId is { Length: > 0 }));
        Assert.Equal((sent.BoardId, "Soup", "Hot", "A bowl", sent.Link), (pin.BoardId, pin.Title, pin.Description, pin.AltText, pin.Link));
        Assert.Equal(("image", Simulator.Clock.GetUtcNow(), null), (pin.Media?.MediaType, pin.CreatedAt, pin.ParentPinId));
    }

    [Fact]
    public async Task A_carousel_has_two_to_five_images()
    {
        var board = await Simulator.BoardIdAsync(Session);
        CarouselUrl card = new("https://example.com/a.jpg", "One");
        CarouselBytes bytes = new("image/jpeg", SampleImages.Jpeg());

        await CreateAsync(new CarouselUrlSource([card, card], Index: 0));
        await CreateAsync(new CarouselBytesSource([bytes, bytes, bytes]));
        await RefusedAsync(FailureKind.Invalid, () => CreateAsync(new CarouselUrlSource([card])));
        await RefusedAsync(FailureKind.Invalid, () => CreateAsync(new CarouselUrlSource([card, card, card, card, card, card])));

        var pins = (await Simulator.Pinterest.ListBoardPinsAsync(Session, board, null, 25, default)).Items;
        Assert.All(pins, pin => Assert.Equal("multiple_images", pin.Media?.MediaType));

        Task CreateAsync(MediaSource source) =>
            Simulator.Pinterest.CreatePinAsync(Session, new PinCreate { BoardId = board, MediaSource = source }, default);
    }

    public static TheoryData<string, string> Wrongs => new()
    {
        { nameof(FailureKind.Invalid), "board name" },
        { nameof(FailureKind.BoardNotFound), "no board" },
        { nameof(FailureKind.Forbidden), "other board" },
        { nameof(FailureKind.SectionNotFound), "no section" },
        { nameof(FailureKind.Invalid), "long title" },
        { nameof(FailureKind.Invalid), "long description" },
        { nameof(FailureKind.Invalid), "long alt text" },
        { nameof(FailureKind.LinkInvalid), "link" },
        { nameof(FailureKind.LinkInvalid), "image link" },
        { nameof(FailureKind.ImageFormat), "webp" },
        { nameof(FailureKind.ImageFormat), "gif" },
        { nameof(FailureKind.ImageFormat), "page" },
        { nameof(FailureKind.ImageBroken), "broken url" },
        { nameof(FailureKind.ImageTooSmall), "small url" },
        { nameof(FailureKind.ImageBroken), "broken bytes" },
        { nameof(FailureKind.ImageTooSmall), "small bytes" },
        { nameof(FailureKind.Invalid), "content type" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_pin_that_is_wrong_is_refused_in_Pinterests_words(string kind, string wrong)
    {
        var board = await Simulator.BoardIdAsync(Session);
        var good = Sample.Pin(board);
        var pin = wrong switch
        {
            "board name" => good with { BoardId = "Recipes" },
            "no board" => good with { BoardId = "1" },
            "other board" => good with { BoardId = await Simulator.BoardIdAsync(await Simulator.SessionAsync("peter")) },
            "no section" => good with { BoardSectionId = "1" },
            "long title" => good with { Title = new string('x', 101) },
            "long description" => good with { Description = new string('x', 801) },
            "long alt text" => good with { AltText = new string('x', 501) },
            "link" => good with { Link = "example.com" },
            "image link" => Sample.Pin(board, image: "ftp://example.com/a.jpg"),
            "webp" => Sample.Pin(board, image: "https://example.com/a.webp?x=1"),
            "gif" => Sample.Pin(board, image: "https://example.com/a.GIF"),
            "page" => Sample.Pin(board, image: "https://drive.google.com/file/d/1AbC/view"),
            "broken url" => Sample.Pin(board, image: "https://example.com/broken.jpg"),
            "small url" => Sample.Pin(board, image: "https://example.com/toosmall.jpg"),
            "broken bytes" => good with { MediaSource = new ImageBytesSource("image/png", [1, 2, 3]) },
            "small bytes" => good with { MediaSource = new ImageBytesSource("image/jpeg", SampleImages.Jpeg(99, 500)) },
            _ => good with { MediaSource = new ImageBytesSource("image/gif", SampleImages.Png()) },
        };

        await RefusedAsync(Enum.Parse<FailureKind>(kind), () => Simulator.Pinterest.CreatePinAsync(Session, pin, default));

        Assert.Empty(Simulator.Control.Pins("maria"));
    }

    [Fact]
    public async Task Pins_are_deleted_once_and_for_all()
    {
        var pin = await Simulator.Pinterest.CreatePinAsync(Session, Sample.Pin(await Simulator.BoardIdAsync(Session)), default);

        await Simulator.Pinterest.DeletePinAsync(Session, pin.PinId, default);
        await Simulator.Pinterest.DeletePinAsync(Session, pin.PinId, default);

        await RefusedAsync(FailureKind.PinNotFound, () => Simulator.Pinterest.GetPinAsync(Session, pin.PinId, default));
    }

    [Fact]
    public async Task A_listing_is_newest_first_in_pages_that_new_pins_do_not_shift()
    {
        var board = await Simulator.BoardIdAsync(Session);
        for (var number = 1; number <= 5; number++)
            await Simulator.Pinterest.CreatePinAsync(Session, Sample.Pin(board, $"{number}"), default);

        var first = await Simulator.Pinterest.ListBoardPinsAsync(Session, board, null, 2, default);
        await Simulator.Pinterest.CreatePinAsync(Session, Sample.Pin(board, "late"), default);
        var second = await Simulator.Pinterest.ListBoardPinsAsync(Session, board, first.Bookmark, 2, default);
        var third = await Simulator.Pinterest.ListBoardPinsAsync(Session, board, second.Bookmark, 2, default);

        Assert.Equal(["5", "4", "3", "2", "1"], first.Items.Concat(second.Items).Concat(third.Items).Select(pin => pin.Title));
        Assert.Null(third.Bookmark);
        await RefusedAsync(FailureKind.Invalid, () => Simulator.Pinterest.ListBoardPinsAsync(Session, board, "nonsense", 2, default));
        await RefusedAsync(FailureKind.Invalid, () => Simulator.Pinterest.ListBoardPinsAsync(Session, board, null, 251, default));
    }

    private static async Task RefusedAsync(FailureKind kind, Func<Task> call) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<PinterestException>(call)).Failure.Kind);
}
