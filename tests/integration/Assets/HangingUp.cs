using System.Net.Sockets;
using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Assets;

/// <summary>A client that begins to send a file, and disconnects.</summary>
internal sealed class HangingUp(Uri sidecar, byte[] bytes) : IDisposable
{
    private readonly TcpClient _connection = new();

    /// <summary>Sends half of it.</summary>
    public async Task BeginAsync()
    {
        await _connection.ConnectAsync(sidecar.Host, sidecar.Port);
        var head = $"POST /v1/assets HTTP/1.1\r\nHost: {sidecar.Authority}\r\n"
            + $"Authorization: Bearer {SidecarApp.BootstrapKey}\r\nContent-Length: {bytes.Length}\r\n\r\n";
        await _connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await _connection.GetStream().WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
    }

    public void HangUp() => _connection.Client.Close(timeout: 0);

    public void Dispose() => _connection.Dispose();
}
