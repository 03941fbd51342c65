using System.Net;
using System.Net.Sockets;

namespace Connector.Outgoing.Guard;

/// <summary>Which addresses are on the public internet, and what the others are.</summary>
/// <remarks>
/// https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry
/// </remarks>
internal static class AddressRules
{
    // RFC 6052: an IPv4 address in the last four bytes, reached through a translator.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly AddressRange Unassigned = new(IPNetwork.Parse("::/0"), AddressKind.Reserved);

    private static readonly AddressRange[] NotPublic =
    [
        .. Ranges(
            AddressKind.Private,
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "100.64.0.0/10", // carriers' networks (RFC 6598), and Tailscale's
            "127.0.0.0/8", "::1/128",
            "fc00::/7"),
        .. Ranges(
            AddressKind.Reserved,
            "0.0.0.0/8", "::/128",
            "169.254.0.0/16", "fe80::/10", // link-local; cloud metadata is at 169.254.169.254
            "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // protocols, documentation
            "192.88.99.0/24", // 6to4 relays
            "198.18.0.0/15", // benchmarks
            "224.0.0.0/4", "ff00::/8", // multicast
            "240.0.0.0/4",
            "64:ff9b:1::/48", // NAT64 inside a private network
            "2001::/23", // protocols: Teredo, benchmarks, ORCHID …
            "2001:db8::/32", "3fff::/20", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48"), // AS112: answers queries that should not have left a private network
    ];

    public static bool IsPublic(IPAddress address) => RangeOf(address) is null;

    /// <summary>Null for a public address.</summary>
    public static AddressRange? RangeOf(IPAddress address)
    {
        var unmapped = Unmapped(address);
        return Array.Find(NotPublic, range => range.Network.Contains(unmapped))
            ?? (unmapped.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(unmapped) ? null : Unassigned);
    }

    /// <summary>The IPv4 address inside an IPv6 address that only wraps one.</summary>
    public static IPAddress Unmapped(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes()[12..]) : address;
    }

    private static IEnumerable<AddressRange> Ranges(AddressKind kind, params string[] networks) =>
        networks.Select(network => new AddressRange(IPNetwork.Parse(network), kind));
}
