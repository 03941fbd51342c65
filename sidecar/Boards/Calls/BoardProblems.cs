using Connector.Boards.Names;
using Connector.Http;

namespace Connector.Boards.Calls;

/// <summary>Refusals about boards and their sections.</summary>
internal static class BoardProblems
{
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

    public static ProblemException AmbiguousSection(NamedItem board, string name, IEnumerable<NamedItem> several) => OfField(
        409, "section_ambiguous", "Several sections have this name.",
        $"In the board \"{board.Name}\" ({board.Id}) \"{name}\" names the sections {string.Join(" and ", several.Select(one => one.Id))}.",
        $"Give one of these ids as board_section_id, with the board alone; GET /v1/boards/{board.Id}/sections lists them.");

    public static ProblemException Rounded(string field, string given, NamedItem near) => OfField(
        404, "board_not_found", "There is no such board.",
        $"The account has no board {given}: a program has taken the id for a number, and its last digits are lost.",
        $"Did you mean {near.Id} (\"{near.Name}\")? Keep ids as text: format the spreadsheet's column as plain text.", field);

    public static ProblemException NoSectionById(string boardId, string sectionId, IReadOnlyList<NamedItem> sections) => OfField(
        404, "section_not_found", "There is no such board section.",
        $"The board {boardId} has no section {sectionId}.",
        RoundedId.Find(sections, sectionId) is { } near
            ? $"Did you mean {near.Id} (\"{near.Name}\")? Keep ids as text: format the spreadsheet's column as plain text."
            : $"GET /v1/boards/{boardId}/sections lists the board's sections; a section belongs to one board only.", "board_section_id");

    public static ProblemException NameTaken(NamedItem board) => new(new(
        409, "conflict", "The account already has a board of this name.", $"The board \"{board.Name}\" has the id {board.Id}.",
        $"Use the board {board.Id}, or choose another name.")
    { Errors = new Dictionary<string, string[]> { ["name"] = [$"is taken by the board {board.Id}."] } });

    private static ProblemException OfField(
        int status, string code, string title, string detail, string remediation, string field = "board") => new(
        new Problem(status, code, title, detail, remediation) { Errors = new Dictionary<string, string[]> { [field] = [detail] } });

    private static string Quoted(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"\"{name}\""));
}
