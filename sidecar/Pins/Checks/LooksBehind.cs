using Connector.Accounts;
using Connector.Api;
using Connector.Boards;

namespace Connector.Pins;

/// <summary>What somebody wants to be looked at over the network before a pin is sent.</summary>
/// <param name="Board">Whether Pinterest is asked about the board.</param>
/// <param name="Media">Whether what lies behind addresses of pictures and videos is fetched.</param>
/// <param name="Link">Whether the page that the pin leads to is opened.</param>
internal sealed record Wanted(bool Board, bool Media, bool Link)
{
    public static readonly Wanted Nothing = new(false, false, false);
}

/// <summary>The checks that need the network: of the board, of what lies behind addresses, of the page the pin leads to.</summary>
internal sealed class LooksBehind(BoardCheck boards, MediaInspector media, LinkInspector pages)
{
    public async Task<List<Check>> LookAsync(AccountRow? account, BoardTarget? board, PinContent? content, CreatePinRequest request, Wanted wanted, CancellationToken cancellation)
    {
        var checks = new List<Check>();
        if (wanted.Board && account is not null && board is not null) checks.Add(await boards.LookAsync(account, board.BoardId, cancellation));
        if (content is not null) checks.AddRange(await media.LookAsync(content, wanted.Media, cancellation));
        if (wanted.Link && request.LinkUrl is { } link) checks.AddRange(await pages.LookAsync(link, request.Title, cancellation));
        return checks;
    }
}
