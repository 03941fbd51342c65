using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>Asks Pinterest whether a pin can be put on a board.</summary>
internal sealed class BoardCheck(AccountSessions sessions, PinterestClient pinterest)
{
    private const string Name = "board_writable", Visibility = "board_visibility";

    public async Task<Check> CheckAsync(AccountRow account, string boardId, string? adAccountId, CancellationToken cancellation)
    {
        try
        {
            var board = await sessions.CallAsync(
                account.Id,
                (session, token) => pinterest.GetBoardAsync(session with { AdAccountId = adAccountId }, boardId, token), cancellation);
            return Of(board, adAccountId is null ? account.Username : null);
        }
        catch (PinterestException refusal) when (refusal.Failure.Status == 404)
        {
            return Check.Failed(Name, PinterestProblems.From(refusal.Failure));
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            return Check.Skipped(Name, $"Pinterest could not be asked: {error.Message}");
        }
    }

    /// <summary>Whether others will see the pin; skipped where the account's boards were not read.</summary>
    public static Check OfVisibility(BoardTarget board) => board.Hidden is not { } privacy
        ? Check.Passed(Visibility)
        : Check.Warning(
            Visibility, "board_hidden",
            $"The board {board.BoardId} is {privacy.ToLowerInvariant()}: only you will see it, and who is invited.",
            "Make the board public on Pinterest, or give another board; GET /v1/boards?privacy=PUBLIC lists those.");

    /// <summary>Whether the account can put pins on this board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="username">Who puts them there; null for an ad account's owner, whose name is not known.</param>
    internal static Check Of(Board board, string? username)
    {
        if (board.IsAdsOnly is true)
            return Check.Failed(
                Name, "board_not_writable",
                $"The board \"{board.Name}\" is for ads only; Pinterest puts no other pins on it.",
                "Give another board; GET /v1/boards lists them.");

        var owner = board.Owner?.Username;
        return owner is null || username is null || owner.Equals(username, StringComparison.OrdinalIgnoreCase)
            ? Check.Passed(Name)
            : Check.Warning(
                Name, "board_not_writable",
                $"The board \"{board.Name}\" belongs to {owner}; {username} can put pins on it only when invited to.",
                "Check on Pinterest that the invitation was accepted, or give a board of the account's own.");
    }
}
