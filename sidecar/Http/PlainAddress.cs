using System.Buffers;

namespace Connector.Http;

/// <summary>
/// Addresses that need no closer look: https, a host name in small letters, and after it nothing but plain letters. What is not plain may
/// be right all the same.
/// </summary>
internal static class PlainAddress
{
    private const string Start = "https://";
    private const int Longest = 2048, LongestHost = 253, LongestLabel = 63;

    // A comma, a semicolon and a bar may separate several addresses; an @ may follow a password.
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#&=%+!$'()*");

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    public static bool Is(string text) => HostOf(text).Length > 0;

    /// <summary>The host of a plain address; empty when it is not plain.</summary>
    public static ReadOnlySpan<char> HostOf(string text)
    {
        if (text.Length > Longest || !text.StartsWith(Start, StringComparison.Ordinal)) return default;

        var rest = text.AsSpan(Start.Length);
        var end = rest.IndexOfAny("/?#");
        var host = end < 0 ? rest : rest[..end];
        return IsPlainHost(host) && !rest.ContainsAnyExcept(Letters) ? host : default;
    }

    private static bool IsPlainHost(ReadOnlySpan<char> host)
    {
        if (host.Length is 0 or > LongestHost || host.ContainsAnyExcept(HostLetters) || host.Contains("xn--", StringComparison.Ordinal))
            return false;

        foreach (var label in host.Split('.'))
            if (!IsPlainLabel(host[label])) return false;
        // What ends in a number may be read as an address of four numbers.
        return char.IsAsciiLetterLower(host[host.LastIndexOf('.') + 1]);
    }

    private static bool IsPlainLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-';
}
