using Connector.Boards.Names;
using Connector.Http;

namespace Connector.Boards.Calls;

/// <summary>Refusals about boards and their sections.</summary>
internal static class BoardProblems
{
    private const string Field = "board";

    public static ProblemException NotAnId(string given) => new(new(
        404, "board_not_found", "There is no such board.", $"\"{given}\" is not a board id: Pinterest's ids are digits.",
        "GET /v1/boards lists the account's boards with their ids."));

    public static ProblemException NotASectionId(string given) => new(new(
        404, "section_not_found", "There is no such board section.", $"\"{given}\" is not a section id: Pinterest's ids are digits.",
        "GET /v1/boards/{board_id}/sections lists the board's sections with their ids."));

    public static ProblemException NoneByName(string name, IReadOnlyList<string> nearest) => OfField(
        404, "board_not_found", "There is no such board.", $"The account has no board named \"{name}\".",
        nearest.Count == 0
            ? "The account has no boards yet; make one with POST /v1/boards."
            : $"Did you mean {Quoted(nearest)}? GET /v1/boards lists the account's boards; POST /v1/boards makes one.");

    public static ProblemException NoSectionByName(NamedItem board, string name, IReadOnlyList<string> nearest) => OfField(
        404, "section_not_found", "There is no such board section.",
        $"The board \"{board.Name}\" ({board.Id}) has no section named \"{name}\".",
        nearest.Count == 0
            ? $"The board has no sections yet; make one with POST /v1/boards/{board.Id}/sections."
            : $"Did you mean {Quoted(nearest)}? GET /v1/boards/{board.Id}/sections lists the board's sections.");

    public static ProblemException Ambiguous(string name, IEnumerable<NamedItem> several) => OfField(
        409, "board_ambiguous", "Several boards have this name.",
        $"\"{name}\" names {string.Join(" and ", several.Select(one => one.Id))}.",
        "Say which one by its id; GET /v1/boards tells whose board each is.");

    public static ProblemException NameTaken(NamedItem board) => new(new(
        409, "conflict", "The account already has a board of this name.", $"The board \"{board.Name}\" has the id {board.Id}.",
        $"Use the board {board.Id}, or choose another name.")
    { Errors = new Dictionary<string, string[]> { ["name"] = [$"is taken by the board {board.Id}."] } });

    private static ProblemException OfField(int status, string code, string title, string detail, string remediation) => new(
        new Problem(status, code, title, detail, remediation) { Errors = new Dictionary<string, string[]> { [Field] = [detail] } });

    private static string Quoted(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"\"{name}\""));
}
