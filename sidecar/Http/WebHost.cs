using System.Globalization;

namespace Connector.Http;

/// <summary>Whether the host of an address can exist; <see cref="Uri"/> takes many that no name server and no browser does.</summary>
internal static class WebHost
{
    private const string Punycode = "xn--";

    private static readonly IdnMapping Idn = new();

    public static bool Exists(Uri uri) => uri.HostNameType switch
    {
        UriHostNameType.IPv4 => true,
        UriHostNameType.IPv6 => !uri.DnsSafeHost.Contains('%', StringComparison.Ordinal),
        UriHostNameType.Dns => Ascii(uri) is { } name && !EndsInNumber(name) && name.Split('.').All(IsLabel),
        _ => false,
    };

    /// <summary>
    /// Whether the last part is a number: no name ends so, and some programs read it as an address
    /// (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    /// </summary>
    public static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.Ordinal) && last.Skip(2).All(char.IsAsciiHexDigit));
    }

    // For some hosts that Uri accepts, IdnHost throws.
    private static string? Ascii(Uri uri)
    {
        try
        {
            return uri.IdnHost.TrimEnd('.').ToLowerInvariant() is { Length: > 0 and <= 253 } name ? name : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-') return false;
        if (!label.StartsWith(Punycode, StringComparison.Ordinal)) return true;
        try
        {
            // Without ICU control characters are decoded too.
            return Idn.GetUnicode(label) is var name && name != label && !name.Any(char.IsControl);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
