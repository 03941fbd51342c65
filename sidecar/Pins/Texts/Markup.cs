using System.Buffers;
using System.Net;
using System.Text;

namespace Connector.Pins.Texts;

/// <summary>Finds HTML in a text, and takes it out; ordinary signs such as "&lt;3" and "salt &amp; pepper" are none.</summary>
internal static class Markup
{
    // Escaped text is often escaped again on its way through a feed; more than that nobody means.
    private const int MostRounds = 3;

    private static readonly HashSet<string> Inline = new(
        "a abbr b big center cite code del em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Block = new(
        ("address article aside audio blockquote body br button dd details div dl dt embed fieldset figcaption "
            + "figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input li link main meta nav noscript "
            + "object ol option p picture pre script section select source style summary svg table tbody td textarea "
            + "tfoot th thead title tr ul video").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>
        Inlines = Inline.GetAlternateLookup<ReadOnlySpan<char>>(), Blocks = Block.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static bool HasEntities(string text) =>
        text.IndexOf('&', StringComparison.Ordinal) is >= 0 and var start
        && text.IndexOf(';', start) > start
        && WebUtility.HtmlDecode(text) != text;

    public static bool HasTags(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = NextOf(text, at))
            if (Tag(text[at..], out _) > 0) return true;
        return false;
    }

    /// <summary>The text as a browser would show it: entities are characters, and tags are gone.</summary>
    public static string Clean(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = text;
            text = WebUtility.HtmlDecode(WithoutTags(text));
            if (text == before) break;
        }

        return WithoutTags(text);
    }

    private static string WithoutTags(string text)
    {
        if (!HasTags(text)) return text;

        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isBlock = false;
            var length = text[at] == '<' ? Tag(text.AsSpan(at), out isBlock) : 0;
            if (length == 0) kept.Append(text[at++]);
            else if (isBlock) kept.Append(' ');
            at += length;
        }

        // A browser shows many blanks as one.
        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The length of the tag or comment that the text begins with; 0 where it is none.</summary>
    private static int Tag(ReadOnlySpan<char> text, out bool isBlock)
    {
        isBlock = true;
        if (text.StartsWith("<!--")) return LengthTo(text, "-->");
        if (text.StartsWith("<![CDATA[")) return "<![CDATA[".Length;

        var start = text is ['<', '/', ..] ? 2 : 1;
        var name = text[start..];
        var end = name.IndexOfAnyExcept(Letters);
        if (end <= 0 || !(name[end] is '>' or '/' || char.IsWhiteSpace(name[end]))) return 0;

        isBlock = Blocks.Contains(name[..end]);
        if (!isBlock && !Inlines.Contains(name[..end])) return 0;

        var hidden = name[..end] is var tag && start == 1
            && (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase));
        // What a script or a style holds is never shown.
        return hidden && LengthTo(text, $"</{name[..end]}>") is > 0 and var all ? all : LengthTo(text, ">");
    }

    private static int LengthTo(ReadOnlySpan<char> text, ReadOnlySpan<char> end) =>
        text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + end.Length : 0;

    private static int NextOf(ReadOnlySpan<char> text, int at) => text[(at + 1)..].IndexOf('<') is >= 0 and var next ? at + 1 + next : -1;
}
