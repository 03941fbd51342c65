using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Connector.Bench.Queues;

/// <summary>Waits until a server takes connections.</summary>
internal static class Listening
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    public static async Task OnAsync(int port, Process process)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Timeout && !process.HasExited)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(PollInterval);
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} did not start.");
    }
}
