using System.Net;
using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Pinterest;

public sealed class SimulatorOnlyTests
{
    [Fact]
    public async Task The_simulators_client_reaches_the_simulator_whatever_host_the_URL_names()
    {
        await using var internet = new ScriptedServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var simulator = await SimulatorFixture.StartAsync();
        using var http = simulator.Get<IHttpClientFactory>().CreateClient(PinterestHttp.ClientName(PinterestEnvironment.Simulator));

        foreach (var url in new[] { internet.Url, "http://api.pinterest.invalid/v5/boards" })
        {
            using var answer = await http.GetAsync(new Uri(url));
            Assert.True(answer.Headers.Contains("x-pinterest-rid"));
        }

        Assert.Equal(0, internet.Connections);
        Assert.Equal(2, simulator.Log.Requests.Count);
    }

    [Fact]
    public async Task Without_a_simulator_nothing_is_sent_anywhere()
    {
        using var client = new ClientOf("http://127.0.0.1:9/v5", new HastyClock());
        var session = client.Session with { Environment = PinterestEnvironment.Simulator };

        var thrown = await Assert.ThrowsAsync<PinterestException>(
            () => client.Pinterest.GetUserAccountAsync(session, CancellationToken.None));

        Assert.Equal(FailureKind.NotSent, thrown.Failure.Kind);
    }

    [Fact]
    public Task The_simulator_is_never_on_another_machine()
    {
        var elsewhere = new IPEndPoint(IPAddress.Parse("203.0.113.9"), 80);
        var address = new SimulatorAddress { Finder = () => Task.FromResult(elsewhere) };

        return Assert.ThrowsAsync<InvalidOperationException>(() => address.FindAsync(CancellationToken.None));
    }
}
