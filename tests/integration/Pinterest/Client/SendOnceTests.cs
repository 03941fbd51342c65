using System.Net;
using System.Net.Sockets;
using Connector.Pinterest;
using Connector.Pinterest.Client;
using Connector.Tests.Support;

namespace Connector.Tests.Pinterest.Client;

public sealed class SendOnceTests
{
    private static readonly string Created = ScriptedServer.Json(201, """{"id":"7"}""");

    [Fact]
    public async Task A_create_whose_connection_is_dropped_goes_out_once()
    {
        await using var server = new ScriptedServer(null, Created);
        using var client = new ClientOf(server.Url);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.CreatePinAsync());

        Assert.Equal((FailureKind.NoAnswer, 1), (thrown.Failure.Kind, server.Requests));
    }

    [Fact]
    public async Task A_create_on_a_connection_used_before_goes_out_once_too()
    {
        await using var server = new ScriptedServer(Created, null, Created);
        using var client = new ClientOf(server.Url);
        await client.CreatePinAsync();

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.CreatePinAsync());

        Assert.Equal((FailureKind.NoAnswer, 2, 1), (thrown.Failure.Kind, server.Requests, server.Connections));
    }

    [Fact]
    public async Task A_create_is_not_tried_again_after_a_server_error()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(502, "<html>"), Created);
        using var client = new ClientOf(server.Url);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.CreatePinAsync());

        Assert.Equal((FailureKind.ServerError, 502, 1), (thrown.Failure.Kind, thrown.Failure.Status, server.Requests));
    }

    [Fact]
    public async Task A_body_refuses_to_leave_twice()
    {
        using var content = new SendOnceContent([1, 2, 3], "application/json");
        Assert.False(content.Begun);
        await content.CopyToAsync(Stream.Null);

        Assert.True(content.Begun);
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task A_create_that_finds_nobody_listening_was_not_sent()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var url = $"http://{unused.LocalEndpoint}/v5";
        unused.Stop();
        using var client = new ClientOf(url);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.CreatePinAsync());

        Assert.Equal(FailureKind.NotSent, thrown.Failure.Kind);
        Assert.Empty(client.Meter.Begun);
        Assert.Equal((RateCategory.OrgWrite, null), Assert.Single(client.Meter.Ended));
    }

    [Fact]
    public async Task A_create_that_fails_its_TLS_handshake_was_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new ClientOf($"https://{listener.LocalEndpoint}/v5");

        var create = client.CreatePinAsync();
        (await listener.AcceptTcpClientAsync()).Dispose();

        Assert.Equal(FailureKind.NotSent, (await Assert.ThrowsAsync<PinterestException>(() => create)).Failure.Kind);
    }

    [Fact]
    public async Task A_create_cancelled_before_it_began_was_not_sent()
    {
        await using var server = new ScriptedServer(Created);
        using var client = new ClientOf(server.Url);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.CreatePinAsync(new CancellationToken(canceled: true)));

        Assert.Equal((FailureKind.NotSent, 0), (thrown.Failure.Kind, server.Requests));
    }

    [Fact]
    public async Task A_create_cancelled_on_its_way_may_have_been_made()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var session = await simulator.SessionAsync();
        var board = await simulator.BoardIdAsync(session);
        simulator.Faults.Add(new("maria", "slow_headers"));
        using var cancel = new CancellationTokenSource();

        var create = simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board), cancel.Token);
        await Eventually.TrueAsync(() => simulator.Control.Pins("maria").Count == 1);
        await cancel.CancelAsync();

        Assert.Equal(FailureKind.NoAnswer, (await Assert.ThrowsAsync<PinterestException>(() => create)).Failure.Kind);
    }
}
