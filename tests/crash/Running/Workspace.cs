using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Connector.Tests.Support;

namespace Connector.Crash.Running;

/// <summary>A temporary folder for the files of a run, kept when something was wrong.</summary>
internal sealed class Workspace : IDisposable
{
    private int _next;

    public string Root { get; } = Directory.CreateTempSubdirectory("connector-crash-").FullName;

    /// <summary>Something was wrong, and the files may show what.</summary>
    public bool IsKept { get; set; }

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Root, (++_next).ToString(CultureInfo.InvariantCulture))).FullName;

    public Task<string> PublishSidecarAsync() => PublishedSidecar.BuildAsync(NewFolder());

    /// <summary>
    /// Below the ports that the system hands out: a connection tried while nobody listens could otherwise get this port and connect to
    /// itself. Not by the seed: two runs at once need different ports.
    /// </summary>
    public static Uri FreeAddress()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return new Uri($"http://127.0.0.1:{port}");
            }
            catch (SocketException)
            {
                // Taken; another then.
            }
        }
    }

    public void Dispose()
    {
        if (IsKept) System.Console.Error.WriteLine($"What the run left is kept in {Root}");
        else Directory.Delete(Root, recursive: true);
    }
}
