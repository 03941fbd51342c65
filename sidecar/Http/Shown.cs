using System.Text;

namespace Connector.Http;

/// <summary>Shows a value of a request in a message.</summary>
internal static class Shown
{
    private const int Most = 80;

    /// <summary>The value, or its first 80 characters; an emoji is never cut in two.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= Most) return text;

        var cut = new StringBuilder(Most + 2);
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > Most) return cut.Append('…').ToString();
            cut.Append(rune.ToString());
        }

        return text;
    }
}
