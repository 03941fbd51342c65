using System.Net.Sockets;
using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <remarks>Over a socket: an HTTP client would resolve the dots before it sends them.</remarks>
public sealed class DotSegmentsTests
{
    [Fact]
    public async Task A_section_of_dots_does_not_delete_its_board()
    {
        await using var app = await RunningConnector.StartAsync();
        var boards = (await app.GetAsync("/v1/boards"))["items"]!.AsArray();

        var answer = await SendAsync(app, $"DELETE /v1/boards/{boards[0]!["id"]}/sections/%2e%2e");

        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Equal(boards.Count, (await app.GetAsync("/v1/boards"))["items"]!.AsArray().Count);
    }

    private static async Task<string> SendAsync(RunningConnector app, string request)
    {
        using var socket = new TcpClient(app.Address.Host, app.Address.Port);
        await using var stream = socket.GetStream();
        var head = $"{request} HTTP/1.1\r\nHost: connector\r\nAuthorization: {app.Admin.DefaultRequestHeaders.Authorization}\r\n"
            + "Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var answer = new StreamReader(stream);
        return await answer.ReadToEndAsync();
    }
}
