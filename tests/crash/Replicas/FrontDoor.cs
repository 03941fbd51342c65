using System.Net.Sockets;
using Connector.Tests.Support;

namespace Connector.Crash.Replicas;

/// <summary>The load balancer: each connection goes to one of the replicas that take it.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly IReadOnlyList<Replica> _replicas;
    private readonly TcpProxy _proxy;
    private int _next;

    public FrontDoor(IReadOnlyList<Replica> replicas)
    {
        _replicas = replicas;
        _proxy = new TcpProxy(ConnectAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_proxy.Port}");

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private async Task<Stream> ConnectAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var replica = _replicas[(int)((uint)Interlocked.Increment(ref _next) % _replicas.Count)];
            var client = new TcpClient { NoDelay = true };
            try
            {
                await client.ConnectAsync(replica.Address.Host, replica.Address.Port);
                return client.GetStream();
            }
            catch (SocketException) when (tries < _replicas.Count)
            {
                client.Dispose();
            }
        }
    }
}
