using Connector.Accounts;
using Connector.Boards;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Which checks over the network a caller asks for.</summary>
/// <param name="Board">Whether Pinterest is asked about the board.</param>
/// <param name="Media">Whether what lies behind addresses of pictures and videos is fetched.</param>
/// <param name="Link">Whether the page that the pin leads to is opened.</param>
internal sealed record RequestedChecks(bool Board, bool Media, bool Link)
{
    public static readonly RequestedChecks Nothing = new(false, false, false);
}

/// <summary>The checks that need the network: of the board, of what lies behind addresses, of the page the pin leads to.</summary>
internal sealed class NetworkChecks(BoardCheck boards, MediaInspector media, LinkInspector pages)
{
    public async Task<List<Check>> CheckAsync(
        AccountRow? account,
        BoardTarget? board,
        PinContent? content,
        CreatePinRequest request,
        RequestedChecks wanted,
        CancellationToken cancellation)
    {
        var checks = new List<Check>();
        if (wanted.Board && account is not null && board is not null)
            checks.Add(await boards.CheckAsync(account, board.BoardId, request.AdAccountId, cancellation));
        if (content is not null) checks.AddRange(await media.CheckAsync(account, content, request, wanted.Media, cancellation));
        if (wanted.Link && request.LinkUrl is { } link) checks.AddRange(await pages.CheckAsync(link, request.Title, cancellation));
        return checks;
    }
}
