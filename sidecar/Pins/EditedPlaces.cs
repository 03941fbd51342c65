using Connector.Boards;

namespace Connector.Pins;

/// <summary>Finds the board and makes sure of the section that an edit of a pin names.</summary>
internal sealed class EditedPlaces(BoardDirectory boards)
{
    /// <summary>The board, which may be one of an ad account's owner; null where the edit names none.</summary>
    public async Task<BoardTarget?> FindAsync(PinRow pin, EditPinRequest request, CancellationToken cancellation)
    {
        var board = request.Board is null
            ? null
            : await boards.ResolveAsync(
                pin.AccountId, new BoardReference(null, request.Board) { AdAccountId = pin.AdAccountId }, reads: false, cancellation);
        // Of an ad account's owner no sections are known.
        if (pin.AdAccountId is null && request.BoardSectionId is { } section)
            await boards.EnsureSectionAsync(pin.AccountId, board?.BoardId ?? pin.BoardId, section, reads: false, cancellation);
        return board;
    }
}
