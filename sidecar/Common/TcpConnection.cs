using System.Net;
using System.Net.Sockets;

namespace Connector.Common;

/// <summary>Opens TCP connections to addresses that were chosen before, instead of the ones the framework would look up.</summary>
internal static class TcpConnection
{
    /// <summary>Connects to one address; disposing the stream closes the connection.</summary>
    public static async ValueTask<Stream> OpenAsync(IPEndPoint endPoint, CancellationToken cancellation)
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
