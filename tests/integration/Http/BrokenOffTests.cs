using System.Net.Sockets;
using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <summary>Callers who break off in the middle of a request are no fault of the sidecar.</summary>
public sealed class BrokenOffTests
{
    [Fact]
    public async Task A_caller_that_breaks_off_in_the_middle_of_the_body_is_no_error_in_the_log()
    {
        await using var app = await RunningConnector.StartAsync(settings: "Logging:LogLevel:Default=Warning");
        using var connection = new TcpClient();
        await connection.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/pins HTTP/1.1\r\nHost: {app.Address.Authority}\r\nAuthorization: Bearer {SidecarApp.BootstrapKey}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"title\": \"half"));

        // It still listens, so it sees when the sidecar is done with the request.
        connection.Client.Shutdown(SocketShutdown.Send);
        using var answer = new StreamReader(stream);
        await answer.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(app.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
