using System.Net.Sockets;
using System.Text;
using Connector.Bench.Running;

namespace Connector.Bench.Waiting;

/// <summary>Connections that follow the stream of events and throw away what comes: they share the machine with what they follow.</summary>
internal sealed class Followers : IDisposable
{
    private readonly List<Socket> _sockets = [];

    public static async Task<Followers> OpenAsync(RunningSidecar sidecar, int count)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET /v1/events/stream HTTP/1.1\r\nHost: {sidecar.Address.Authority}\r\nAuthorization: Bearer {RunningSidecar.Key}\r\n\r\n");
        var followers = new Followers();
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            followers._sockets.Add(socket);
            await socket.ConnectAsync(sidecar.Address.Host, sidecar.Address.Port);
            await socket.SendAsync(request);
            // The beginning of the answer: from here on it follows.
            await socket.ReceiveAsync(new byte[4096]);
            _ = ReadAsync(socket);
        }

        return followers;
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private static async Task ReadAsync(Socket socket)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(bytes) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // It was closed here, or the sidecar ended.
        }
    }
}
