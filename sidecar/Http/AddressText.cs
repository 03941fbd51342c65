using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Http;

/// <summary>Addresses as people bring them: how every program reads one alike, and how one is shown in an answer.</summary>
internal static partial class AddressText
{
    private const int Longest = 80;

    /// <summary>The same address with its spaces and its letters that are not ASCII percent-encoded; its host stays as it is.</summary>
    public static string Encoded(string address)
    {
        if (!address.AsSpan().ContainsAnyExceptInRange('!', '~')) return address;

        var text = address.Trim(' ');
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : text.Length;
        var path = text.AsSpan(start).IndexOfAny("/?#");
        if (path < 0) return text;

        var encoded = new StringBuilder(text.Length + 16).Append(text, 0, start + path);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var letter in text.AsSpan(start + path).EnumerateRunes())
        {
            if (letter.Value is >= '!' and <= '~') encoded.Append((char)letter.Value);
            else AppendEncoded(encoded, bytes[..letter.EncodeToUtf8(bytes)]);
        }

        return encoded.ToString();
    }

    /// <summary>An address for an answer: cut, and without what may hold secrets.</summary>
    public static string Shown(string address)
    {
        var text = Credentials().Replace(address, "");
        if (Secret().Match(text) is { Success: true, Index: var secret })
            text = text[..(text.IndexOfAny(['?', '#']) is >= 0 and var query && query < secret ? query : secret)] + "?…";
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    /// <summary>Several addresses in one text; a list that one parameter holds is not meant.</summary>
    public static bool IsSeveral(string text) =>
        Another().Match(text) is { Success: true, Index: var end } && !text[..end].Contains("=http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first HTML entity in an address, and the address without entities; null when there is none.</summary>
    public static (string Entity, string Corrected)? EntityIn(string text) =>
        Entity().Match(text) is { Success: true, Value: var entity } ? (entity, WebUtility.HtmlDecode(text)) : null;

    private static void AppendEncoded(StringBuilder encoded, Span<byte> bytes)
    {
        foreach (var each in bytes) encoded.Append('%').Append(each.ToString("X2", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("(?<=[,;|\\s])\\s*https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Another();

    [GeneratedRegex("&(?:amp|quot|apos|lt|gt|nbsp|#[0-9]{1,6}|#x[0-9a-f]{1,5});", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    [GeneratedRegex("(?<=^https?://)[^/?#]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    // Of a name only the end counts: X-Amz-Signature, access_token.
    [GeneratedRegex(
        "[?#&][^=&#]*(?:signature|sig|token|key|keyid|secret|auth|authorization|tempauth|password|pwd|credential|policy|hash|hm|oh)=",
        RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
