using System.Net.Sockets;
using Connector.Tests.Support;

namespace Connector.Tests.Outgoing.Transfer;

/// <summary>What is said when no connection comes about.</summary>
public sealed class OutgoingConnectionTests
{
    [Fact]
    public async Task A_name_server_that_never_answers_is_given_up_in_time()
    {
        var clock = new ManualClock();
        var asked = new TaskCompletionSource();
        using var client = Sending.Client("", async (_, cancellation) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        }, clock);

        var sending = client.GetAsync("https://slow.example/hook");
        await asked.Task;
        clock.Advance(Sending.Limits.Time);

        Assert.Equal("slow.example did not answer within 60 seconds.", (await sending.RefusedAsync()).Message);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, "The name gone.example was not found; check how it is spelled.")]
    [InlineData(SocketError.NoData, "The name gone.example was not found; check how it is spelled.")]
    [InlineData(SocketError.TryAgain, "The name gone.example could not be looked up; check the name server.")]
    [InlineData(null, "The name gone.example was not found; check how it is spelled.")]
    public async Task A_name_without_an_address_is_named(SocketError? error, string sentence)
    {
        using var client = Sending.Client(
            "", (_, _) => error is { } known ? throw new SocketException((int)known) : Task.FromResult<System.Net.IPAddress[]>([]));

        var refused = await client.GetAsync("https://gone.example/hook?token=secret").RefusedAsync();

        Assert.Equal((sentence, false), (refused.Message, refused.IsForbidden));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named_and_the_address_behind_the_name_is_not()
    {
        int port;
        await using (var gone = new RawReceiver("")) port = gone.Port;
        using var client = Sending.Client("n8n", Sending.To("127.0.0.1"));

        var refused = await client.GetAsync($"http://n8n:{port}/hook").RefusedAsync();

        Assert.Equal($"n8n:{port} refused the connection; check that the receiver is running and listens on this port.", refused.Message);
        Assert.DoesNotContain("127.0.0.1", refused.ToString(), StringComparison.Ordinal);
    }
}
