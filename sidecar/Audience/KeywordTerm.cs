using Connector.Audience.Reading;

namespace Connector.Audience;

/// <summary>Makes a term out of a text of people's, such as a title.</summary>
internal static class KeywordTerm
{
    private static readonly char[] Gaps = [',', ' ', '\t', '\r', '\n'];

    /// <summary>Without commas, which separate terms, and cut at a word where it is too long; empty for a text without words.</summary>
    public static string Of(string? text)
    {
        var words = (text ?? "").Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        var term = string.Concat(words.FirstOrDefault("").EnumerateRunes().Take(Keywords.LongestTerm));
        foreach (var word in words.Skip(1))
        {
            if (Choices.LengthOf(term) + 1 + Choices.LengthOf(word) > Keywords.LongestTerm) break;
            term = $"{term} {word}";
        }

        return term;
    }
}
