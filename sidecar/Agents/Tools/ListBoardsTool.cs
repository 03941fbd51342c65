using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Agents.Protocol;
using Connector.Boards;
using Connector.Http;

namespace Connector.Agents.Tools;

/// <summary>An account's boards.</summary>
internal sealed class ListBoardsTool(BoardList boards) : AgentTool<ListBoardsArguments, BoardsAnswer>
{
    public override string Name => "list_boards";

    protected override string Title => "List an account's boards";

    protected override string Description =>
        "The boards of an account, a page at a time, with the names and ids that the other tools take as board. Asks Pinterest.";

    protected override bool AsksPinterest => true;

    protected override async Task<BoardsAnswer> AnswerAsync(
        AgentCall call, ListBoardsArguments arguments, CancellationToken cancellation)
    {
        var asked = new ListBoardsCall { AccountId = arguments.AccountId, Limit = arguments.Limit, Cursor = arguments.Cursor };
        var page = await boards.ReadAsync(call.Caller, asked, cancellation);
        return new BoardsAnswer(
            [.. page.Items.Select(board => new ToolBoard(board.Id, board.Name, board.Privacy, board.PinCount))], page.NextCursor);
    }
}

/// <summary>Which boards.</summary>
public sealed record ListBoardsArguments
{
    [Description("An id of list_accounts; may be left out when there is only one account.")]
    [Text(64)]
    public string? AccountId { get; init; }

    [Description("How many on a page.")]
    [Range(1, 250)]
    public int Limit { get; init; } = 50;

    [Description("next_cursor of the page before.")]
    [Text(2000)]
    public string? Cursor { get; init; }
}

/// <summary>A page of boards; next_cursor is null on the last one.</summary>
public sealed record BoardsAnswer(IReadOnlyList<ToolBoard> Boards, string? NextCursor);

/// <summary>A board; on one that is SECRET nobody else sees a pin.</summary>
public sealed record ToolBoard(string Id, string Name, string? Privacy, int? Pins);
