using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Names;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>Makes boards and sections that an account does not have yet, by name.</summary>
internal sealed class BoardMaker(BoardDirectory directory, BoardCalls boards)
{
    /// <summary>Sees to it that "Board" or "Board / Section" is there; an id is left alone.</summary>
    public async Task EnsureAsync(Caller caller, string accountId, string name, CancellationToken cancellation)
    {
        if (PinterestId.IsValid(name)) return;
        switch (await MissingAsync(accountId, name, cancellation))
        {
            case "board_not_found":
                var (board, section) = BoardMatch.Parts(name);
                await MakeAsync(caller, accountId, board, cancellation);
                if (section is not null) await MakeSectionAsync(caller, accountId, board, section, cancellation);
                break;

            case "section_not_found":
                (board, section) = BoardMatch.Parts(name);
                await MakeSectionAsync(caller, accountId, board, section!, cancellation);
                break;
        }
    }

    private async Task<string?> MissingAsync(string accountId, string name, CancellationToken cancellation)
    {
        try
        {
            await directory.ResolveAsync(accountId, new BoardReference(null, name), reads: false, cancellation);
            return null;
        }
        catch (ProblemException missing) when (missing.Problem.Code is "board_not_found" or "section_not_found")
        {
            return missing.Problem.Code;
        }
    }

    private Task<Board> MakeAsync(Caller caller, string accountId, string name, CancellationToken cancellation) => boards.ChangeAsync(
        caller, accountId,
        (pinterest, session, token) => pinterest.CreateBoardAsync(session, new BoardCreate(name, null, null), token), cancellation);

    private async Task MakeSectionAsync(Caller caller, string accountId, string board, string section, CancellationToken cancellation)
    {
        var target = await directory.ResolveAsync(accountId, new BoardReference(null, board), reads: false, cancellation);
        await boards.ChangeAsync(
            caller, accountId, (pinterest, session, token) => pinterest.CreateSectionAsync(session, target.BoardId, section, token),
            cancellation, AccountCapabilities.ChangeSections);
    }
}
