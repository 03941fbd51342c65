using Connector.Boards.Calls;

namespace Connector.Boards;

/// <summary>Pinterest's ids of boards and sections: digits, and more of them than a number holds.</summary>
internal static class BoardId
{
    private const int Longest = 32;

    public static bool IsOne(string text) => text.Length is > 0 and <= Longest && text.All(char.IsAsciiDigit);

    public static string OfBoard(string text) => IsOne(text) ? text : throw BoardProblems.NotAnId(text);

    public static string OfSection(string text) => IsOne(text) ? text : throw BoardProblems.NotASectionId(text);
}
