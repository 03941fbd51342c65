using System.Net;
using System.Text.RegularExpressions;
using Connector.Common;

namespace Connector.Pins;

/// <summary>A text without what Pinterest may change about it.</summary>
internal static class ComparableText
{
    /// <summary>Composed, unescaped, and with single spaces; "" for none.</summary>
    public static string Of(string? text) =>
        text is null ? "" : Regex.Replace(UnicodeNormalizer.Normalize(WebUtility.HtmlDecode(text)), @"\s+", " ").Trim();
}
