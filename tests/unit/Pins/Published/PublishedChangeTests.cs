using Connector.Boards;
using Connector.Pins;
using Connector.Pins.Published;
using Connector.Pinterest;

namespace Connector.Tests.Pins.Published;

public sealed class PublishedChangeTests
{
    private static readonly PinRow Row = new() { BoardId = "1", BoardSectionId = "11" };

    [Theory]
    [InlineData("2", "22", "2", "22")]
    [InlineData("2", null, "2", null)] // not the section of the board that it has left
    [InlineData("1", "11", "1", "11")]
    public void What_took_of_a_move_is_kept(string board, string? section, string keptBoard, string? keptSection)
    {
        var change = PublishedChange.Of(
            new EditPinRequest { Board = "Recipes / Soups" }, Row, new BoardTarget("2", "22"), DateTimeOffset.UnixEpoch);

        var kept = change.Kept(Row, change.NotTaken(new PinterestPin { Id = "9", BoardId = board, BoardSectionId = section }));

        Assert.Equal((keptBoard, keptSection), (kept.BoardId, kept.BoardSectionId));
    }
}
