using Connector.Boards.Calls;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>Pinterest's ids of boards and sections.</summary>
internal static class BoardId
{
    public static string OfBoard(string text) => PinterestId.IsValid(text) ? text : throw BoardProblems.NotAnId(text);

    public static string OfSection(string text) => PinterestId.IsValid(text) ? text : throw BoardProblems.NotASectionId(text);
}
