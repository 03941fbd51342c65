using System.Net;

namespace Connector.Outgoing.Guard;

/// <summary>A URL's host in the one spelling that is compared and resolved.</summary>
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
    /// The address that a host is without a look-up: an IP address, or <c>localhost</c>
    /// (https://www.rfc-editor.org/rfc/rfc6761#section-6.3).
    /// </summary>
    public static IPAddress? Literal(string host) =>
        host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : null;
}
