using Connector.Http;
using Connector.Outgoing.Guard;

namespace Connector.Outgoing;

/// <summary>Whether others on the internet can reach a host, as far as its text tells: nothing is looked up.</summary>
internal static class InternetHost
{
    // Names that no public name server knows: https://www.rfc-editor.org/rfc/rfc6762#appendix-G, RFC 8375, and ICANN's .internal.
    private static readonly string[] Inside =
        ["local", "internal", "lan", "home", "corp", "intranet", "private", "localdomain", "home.arpa", "localhost"];

    /// <summary>What the host is when only this machine or its network can reach it; null when others may.</summary>
    public static string? ReasonAgainst(AddressParts address)
    {
        var host = address.Host;
        if (HostName.Literal(host) is { } literal)
            return AddressRules.IsPublic(literal) ? null : $"{host} is an address inside a private network";
        if (!host.Contains('.', StringComparison.Ordinal)) return $"{host} is a name inside a private network";
        return Array.Exists(Inside, address.IsAt) ? $"{host} is a name inside a private network" : null;
    }
}
