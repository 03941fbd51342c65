using System.Net;

namespace Connector.Outgoing.Guard;

/// <summary>A URL's host in the one spelling that everything here compares and resolves.</summary>
internal static class HostName
{
    /// <summary>
    /// Null when the host has letters that no name can have; <see cref="Uri"/> notices only when it writes them for a name server.
    /// </summary>
    public static string? Of(Uri uri)
    {
        try
        {
            return uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// The address a host is by itself, without asking anybody; <c>localhost</c> is one too
    /// (https://www.rfc-editor.org/rfc/rfc6761#section-6.3).
    /// </summary>
    public static IPAddress? Literal(string host) =>
        host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : null;

    /// <summary>
    /// No name ends so: some programs would read an address into it (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    /// </summary>
    public static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.Ordinal) && last.Skip(2).All(char.IsAsciiHexDigit));
    }
}
