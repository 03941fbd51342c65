using System.Net;

namespace Connector.Outgoing.Guard;

/// <summary>How far the allow-list opens a range.</summary>
internal enum AddressKind
{
    /// <summary>Somebody's own network: opened by a host's name or by any range that holds the address.</summary>
    Private,

    /// <summary>Cloud metadata, multicast, unassigned addresses: opened only by a range that names just these.</summary>
    Reserved,
}

/// <summary>Addresses that are not on the public internet.</summary>
internal sealed record AddressRange(IPNetwork Network, AddressKind Kind);
