using System.Buffers;

namespace Connector.Pins.Texts;

/// <summary>Finds what a program should have filled in: templates, shortcodes, and the words for a value that is missing.</summary>
internal static class Placeholders
{
    // What n8n, Make, Zapier, Liquid, Handlebars, Power Automate, Mailchimp, JavaScript and server pages write.
    private static readonly (string Start, string End)[] Pairs =
        [("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("${", "}"), ("@{", "}"), ("%%", "%%"), ("*|", "|*")];

    private static readonly string[] Expressions = ["$json.", "$json[", "$node[", "$node.", "$('"];

    private static readonly SearchValues<string> Errors = SearchValues.Create(
        ["[object Object]", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!"], StringComparison.Ordinal);

    private static readonly HashSet<string> Missing = ["undefined", "null", "NaN", "[object Undefined]", "[object Null]", "<nil>"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MissingWords =
        Missing.GetAlternateLookup<ReadOnlySpan<char>>();

    // Nearly every text holds none of them, and is done with after one look.
    private static readonly SearchValues<string> AnyMissing = SearchValues.Create([.. Missing], StringComparison.Ordinal);

    // WordPress's shortcodes without attributes; a word in brackets such as [video] is ordinary text.
    private static readonly string[] Shortcodes = ["gallery", "caption", "embed", "playlist", "toc", "vc_", "et_pb_", "wpforms"];

    private static readonly SearchValues<char> TemplateStarts = SearchValues.Create("{%<$@*");

    private static readonly SearchValues<char> Separators = SearchValues.Create("|:·,/–—\n");

    private static readonly SearchValues<char> ShortcodeName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    public static bool HasTemplate(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(TemplateStarts)) return false;
        foreach (var (start, end) in Pairs)
            for (var at = text.IndexOf(start); at >= 0; at = Next(text, start, at + start.Length))
                if (IsFilledLater(text[(at + start.Length)..], start, end)) return true;
        foreach (var expression in Expressions)
            if (text.Contains(expression, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool HasShortcode(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('['); at >= 0; at = Next(text, "[", at + 1))
            if (text[(at + 1)..] is var rest && rest.IndexOf(']') is > 0 and var end && IsShortcode(rest[..end])) return true;
        return false;
    }

    /// <summary>Whether the text, or a part of it between separators, is a word that programs write for no value.</summary>
    public static bool HasMissingValue(ReadOnlySpan<char> text)
    {
        if (text.Trim() is "None" or "nil" or "NULL") return true;
        if (text.ContainsAny(Errors)) return true;
        if (!text.ContainsAny(AnyMissing)) return false;
        foreach (var part in text.SplitAny(Separators))
            if (IsMissing(text[part])) return true;
        return text.IndexOf(" - ") is >= 0 and var dash && (IsMissing(text[..dash]) || HasMissingValue(text[(dash + 3)..]));
    }

    /// <summary>Whether this is a word that programs write for no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> word) => MissingWords.Contains(word.Trim().TrimStart("$€£"));

    // Between the signs stands a name or an expression; "100%% sure, 50%% off" and "$ {" are ordinary text.
    private static bool IsFilledLater(ReadOnlySpan<char> rest, string start, string end)
    {
        var length = rest.IndexOf(end);
        if (length <= 0 || rest[..length].IsWhiteSpace()) return false;
        return start switch
        {
            "{{" or "{%" or "<%" => true,
            "${" => IsNameStart(rest[0]) || rest[0] == '$',
            "@{" => rest[..length].Contains('('),
            _ => IsNameStart(rest[0]) && !rest[..length].ContainsAny(" \t\r\n"),
        };
    }

    private static bool IsShortcode(ReadOnlySpan<char> inside)
    {
        var isEnd = inside[0] == '/';
        var name = isEnd ? inside[1..] : inside;
        var length = name.IndexOfAnyExcept(ShortcodeName);
        if (length < 0) length = name.Length;
        if (length == 0) return false;
        if (length == name.Length) return isEnd || IsKnown(name);

        return name[length] is ' ' or '=' && name[length..].Contains('=') && HasAttribute(name[length..].TrimStart());
    }

    // key="value", or [url=…] as forums write it.
    private static bool HasAttribute(ReadOnlySpan<char> rest) =>
        rest.IndexOf('=') is >= 0 and var at
        && at + 1 < rest.Length && !char.IsWhiteSpace(rest[at + 1])
        && !rest[..at].ContainsAnyExcept(ShortcodeName);

    private static bool IsKnown(ReadOnlySpan<char> name)
    {
        foreach (var known in Shortcodes)
            if (known.EndsWith('_') ? name.StartsWith(known) : name.SequenceEqual(known)) return true;
        return false;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static int Next(ReadOnlySpan<char> text, string start, int from) =>
        text[from..].IndexOf(start) is >= 0 and var next ? from + next : -1;
}
