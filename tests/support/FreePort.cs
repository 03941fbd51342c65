using System.Net;
using System.Net.Sockets;

namespace Connector.Tests.Support;

/// <summary>Finds a port on loopback that nobody listens on.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
