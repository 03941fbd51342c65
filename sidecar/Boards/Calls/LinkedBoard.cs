using Connector.Common;
using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>A board as Pinterest describes it, with its address.</summary>
public sealed record LinkedBoard : Board
{
    private LinkedBoard(Board board) : base(board) => Url = AddressOf(board);

    /// <summary>The board's page on Pinterest; null where it does not follow from owner and name.</summary>
    public string? Url { get; }

    internal static LinkedBoard From(Board board) => new(board);

    /// <summary>
    /// Pinterest's API gives no address. Its slugs are the name in lower case with hyphens; how it treats punctuation is not documented, so
    /// such names have none here.
    /// </summary>
    private static string? AddressOf(Board board)
    {
        if (board.Owner?.Username is not { Length: > 0 } owner) return null;

        var name = UnicodeNormalizer.Normalize(board.Name.Trim()).ToLowerInvariant();
        if (!name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-')) return null;

        var slug = string.Join('-', name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? null : $"https://www.pinterest.com/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(slug)}/";
    }
}
