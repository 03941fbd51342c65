using System.Net;
using System.Net.Sockets;

namespace Connector.Outgoing.Guard;

/// <summary>Asks for a name's addresses.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellation);

/// <summary>
/// Resolves a name once, checks every address, and connects only to those, so that a later answer for the name (DNS rebinding) has no
/// effect.
/// </summary>
internal sealed class GuardedConnection(OutgoingAddress judge, Resolve resolve, TimeProvider clock)
{
    /// <summary>How long an address may stay silent while there are others to try.</summary>
    public static readonly TimeSpan PatienceWithOne = TimeSpan.FromSeconds(3);

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var addresses = await FindAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (judge.ProblemOf(uri, addresses) is { } objection) throw new OutgoingException(objection, isForbidden: true);

        return await ConnectAsync(Interleave(addresses), uri.Port, cancellation);
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(host, out var address) ? [address] : await resolve(host, cancellation);
        return [.. found.Select(one => one.IsIPv4MappedToIPv6 ? one.MapToIPv4() : one).Distinct()];
    }

    /// <summary>IPv6 and IPv4 alternating, so that a network without one of them fails once, not four times.</summary>
    internal static IPAddress[] Interleave(IPAddress[] addresses) =>
        [.. addresses.GroupBy(address => address.AddressFamily).SelectMany(family => family.Index()).OrderBy(one => one.Index).Select(
            one => one.Item)];

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            var isLast = i == addresses.Length - 1;
            using var patience = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : PatienceWithOne, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                return await ConnectAsync(new IPEndPoint(addresses[i], port), either.Token);
            }
            catch (Exception failed)
                when (failed is SocketException or OperationCanceledException && !isLast && !cancellation.IsCancellationRequested)
            {
                // The next address may answer.
            }
        }
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellation)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
