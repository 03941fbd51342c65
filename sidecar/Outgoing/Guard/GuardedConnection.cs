using System.Net;
using System.Net.Sockets;
using Connector.Common;

namespace Connector.Outgoing.Guard;

/// <summary>Looks up a name's addresses.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellation);

/// <summary>
/// Resolves a name once, checks every address and connects only to those, so that a later answer for the name has no effect (DNS
/// rebinding).
/// </summary>
internal sealed class GuardedConnection(OutgoingAddress rules, Resolve resolve, TimeProvider clock)
{
    /// <summary>How long a connection to one address may take while there are others to try.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (rules.ProblemOf(uri, addresses) is { } problem) throw new OutgoingException(problem, isForbidden: true);

        return await ConnectAsync(Interleave(addresses), uri.Port, cancellation);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(host, out var address) ? [address] : await resolve(host, cancellation);
        return [.. found.Select(each => each.IsIPv4MappedToIPv6 ? each.MapToIPv4() : each).Distinct()];
    }

    /// <summary>IPv6 and IPv4 alternating, so that a network without one of them fails once, not four times.</summary>
    internal static IPAddress[] Interleave(IPAddress[] addresses) =>
    [
        .. addresses.GroupBy(address => address.AddressFamily).SelectMany(family => family.Index())
            .OrderBy(indexed => indexed.Index).Select(indexed => indexed.Item),
    ];

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            var isLast = i == addresses.Length - 1;
            using var timeout = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : AttemptTimeout, clock);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            try
            {
                return await TcpConnection.OpenAsync(new IPEndPoint(addresses[i], port), linked.Token);
            }
            catch (Exception failed)
                when (failed is SocketException or OperationCanceledException && !isLast && !cancellation.IsCancellationRequested)
            {
                // The next address may answer.
            }
        }
    }
}
