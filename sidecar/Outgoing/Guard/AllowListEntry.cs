using System.Net;
using System.Net.Sockets;
using Connector.Http;

namespace Connector.Outgoing.Guard;

/// <summary>
/// Reads one entry of the allow-list; an entry that programs read differently is not accepted: <c>10/8</c> would be 0.0.0.0/8.
/// </summary>
internal static class AllowListEntry
{
    public static string Invalid(string entry) =>
        $"{OutgoingOptions.AllowPrivateAddressesKey}: \"{entry}\" is neither a host name (n8n or n8n:5678) nor an address (192.168.1.20) "
            + "nor a range (192.168.0.0/16). Correct it and start again.";

    public static bool IsValid(string entry) => Range(entry) is not null || Host(entry) is not null;

    /// <summary>A range, or a single address as a range of one.</summary>
    public static IPNetwork? Range(string entry)
    {
        var text = entry.Split('/')[0];
        if (!IPAddress.TryParse(text, out var address) || address.IsIPv4MappedToIPv6 || text.Contains('%')) return null;
        if (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != text) return null;
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && text.StartsWith('[') != text.EndsWith(']')) return null;
        if (entry == text) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(entry, out var network) ? network : null;
    }

    /// <summary>A host as <see cref="HostName.Of"/> writes it, with its port if the entry has one.</summary>
    public static (string Name, int? Port)? Host(string entry)
    {
        if (entry.Any(c => char.IsWhiteSpace(c) || "/\\@?#%*".Contains(c, StringComparison.Ordinal))) return null;
        if (!Uri.TryCreate($"https://{entry}", UriKind.Absolute, out var uri) || HostName.Of(uri) is not { } name) return null;

        var isName = uri.HostNameType == UriHostNameType.Dns && !WebHost.EndsInNumber(name);
        var isAddress = uri.HostNameType == UriHostNameType.IPv6 || entry.StartsWith(name + ":", StringComparison.Ordinal);
        var hasPort = !entry.EndsWith(']') && entry.Contains(':');
        if ((!isName && !isAddress) || entry.EndsWith(':') || uri.Port == 0) return null;
        return (name, hasPort ? uri.Port : null);
    }
}
