namespace Connector.Boards.Names;

/// <summary>What a name means in a listing of boards: one board, several, and perhaps a section in it.</summary>
internal sealed record BoardMatch(List<NamedItem> Boards, string? Section)
{
    /// <summary>A board of that whole name comes before a section: names may hold slashes.</summary>
    public static BoardMatch Find(IReadOnlyList<NamedItem> boards, string text)
    {
        if (NameMatching.Matching(boards, text) is { Count: > 0 } whole) return new BoardMatch(whole, null);

        foreach (var (board, section) in Readings(text))
            if (NameMatching.Matching(boards, board) is { Count: > 0 } parents) return new BoardMatch(parents, section);
        return new BoardMatch([], null);
    }

    /// <summary>The board and the section that a name means when neither is there.</summary>
    public static (string Board, string? Section) Parts(string text) =>
        Readings(text).LastOrDefault() is { Board: { } board, Section: var section } ? (board, section) : (text.Trim(), null);

    /// <summary>Every way to read the text as "Board / Section", the longest board name first.</summary>
    private static IEnumerable<(string Board, string Section)> Readings(string text)
    {
        for (var slash = text.LastIndexOf('/'); slash > 0; slash = text.LastIndexOf('/', slash - 1))
        {
            var (board, section) = (text[..slash].Trim(), text[(slash + 1)..].Trim());
            if (board.Length > 0 && section.Length > 0) yield return (board, section);
        }
    }
}
