using System.Net;

namespace Connector.Outgoing.Guard;

/// <summary>What <c>Connector:Network:AllowPrivateAddresses</c> opens: hosts by name, and ranges of addresses.</summary>
internal sealed class AllowList
{
    private readonly HashSet<(string Name, int? Port)> _hosts = [];
    private readonly List<IPNetwork> _ranges = [];

    public AllowList(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            if (AllowListEntry.Range(entry) is { } range) _ranges.Add(range);
            else if (AllowListEntry.Host(entry) is { } host) _hosts.Add(host);
            else throw new ArgumentException(AllowListEntry.Invalid(entry), nameof(entries));
        }
    }

    public bool HasRanges => _ranges.Count > 0;

    public bool Names(string host, int port) => _hosts.Contains((host, null)) || NamesPort(host, port);

    public bool NamesPort(string host, int port) => _hosts.Contains((host, port));

    public bool Holds(IPAddress address) => _ranges.Exists(range => range.Contains(AddressRules.Unmapped(address)));

    /// <summary>Whether this address may be connected to when <paramref name="host"/> resolved to it.</summary>
    public bool Permits(IPAddress address, string host, int port) => AddressRules.RangeOf(address) switch
    {
        null => true,
        { Kind: AddressKind.Private } => Names(host, port) || Holds(address),
        // 0.0.0.0/0 does not open the cloud's metadata service; 169.254.0.0/16 does.
        { Network.PrefixLength: var length } =>
            _ranges.Exists(range => range.PrefixLength >= length && range.Contains(AddressRules.Unmapped(address))),
    };
}
