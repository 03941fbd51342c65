using System.Text;

namespace Connector.Imports.Mapping;

/// <summary>Keeps a text within a length, which counts Unicode code points, by cutting it behind a word.</summary>
internal static class TextCutting
{
    public static string Cut(string text, int most)
    {
        // Never more of them than units of UTF-16.
        if (text.Length <= most || Length(text) <= most) return text;
        if (most < 2) return most == 1 ? "…" : "";

        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(most - 1)) kept.Append(rune.ToString());
        var whole = kept.ToString();
        var next = text.Length > whole.Length ? text[whole.Length] : ' ';
        var blank = char.IsWhiteSpace(next) ? whole.Length : whole.LastIndexOfAny([' ', '\n', '\t']);
        // A word that takes more than half of it is cut itself.
        var end = blank > whole.Length / 2 ? blank : whole.Length;
        return whole[..end].TrimEnd(' ', '\n', '\t', ',', ';', ':', '-', '.') + "…";
    }

    private static int Length(string text) => text.EnumerateRunes().Count();
}
