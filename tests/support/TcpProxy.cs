using System.Net;
using System.Net.Sockets;

namespace Connector.Tests.Support;

/// <summary>Stands between a client and a server, and cuts every connection when a test says so.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Task<Stream>> _connect;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public TcpProxy(Func<Task<Stream>> connect)
    {
        _connect = connect;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether what the client sends cuts the connection before it arrives.</summary>
    public Func<ReadOnlyMemory<byte>, bool> CutsRequest { get; set; } = _ => false;

    /// <summary>Whether what the server answers cuts the connection before it arrives.</summary>
    public Func<ReadOnlyMemory<byte>, bool> CutsAnswer { get; set; } = _ => false;

    /// <summary>Nothing passes, and nobody is told: as when a network loses everything.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>No connection comes through.</summary>
    public bool IsClosed { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            if (IsClosed) return;
            await using var server = await _connect();
            var there = CopyAsync(client.GetStream(), server, bytes => IsClosed || CutsRequest(bytes));
            var back = CopyAsync(server, client.GetStream(), bytes => IsClosed || CutsAnswer(bytes));
            await Task.WhenAny(there, back).Unwrap().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CopyAsync(Stream from, Stream to, Func<ReadOnlyMemory<byte>, bool> cuts)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            while (IsFrozen) await Task.Delay(20, _stop.Token);
            if (cuts(buffer.AsMemory(0, read))) return;
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
