using System.Text.RegularExpressions;

namespace Connector.Simulator.State;

/// <summary>What Pinterest may make of links and texts before it stores them; it documents none of this.</summary>
internal static partial class NormalizedText
{
    // string.Normalize does nothing under invariant globalization; these are enough to tell the two forms apart.
    private static readonly string[] Composed =
    [
        "a\u0300à", "a\u0301á", "a\u0302â", "a\u0303ã", "a\u0308ä",
        "c\u0327ç", "e\u0300è", "e\u0301é", "e\u0302ê", "e\u0308ë", "i\u0301í",
        "n\u0303ñ", "o\u0301ó", "o\u0302ô", "o\u0308ö", "u\u0300ù",
        "u\u0301ú", "u\u0308ü", "A\u0308Ä", "E\u0301É", "O\u0308Ö", "U\u0308Ü",
    ];

    public static string? Link(string? link)
    {
        if (link is null) return null;
        var url = new UriBuilder(link);
        url.Query = string.Join('&', url.Query.TrimStart('?').Split('&').Where(parameter => !Tracking().IsMatch(parameter)));
        if (!url.Path.EndsWith('/')) url.Path += '/';
        return url.Uri.AbsoluteUri;
    }

    public static string? Text(string? text) => text is null
        ? null
        : Composed
            .Aggregate(
                WhiteSpace().Replace(text.Trim(), " "),
                (composed, pair) => composed.Replace(pair[..2], pair[2..], StringComparison.Ordinal))
            .Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>Parameters of campaigns, of clicks, and of the page a visitor came from.</summary>
    [GeneratedRegex("^(utm_[^=]*|[a-z]*clid|epik|ref|[a-z]+_ref)(=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
