using System.Net;
using System.Net.Sockets;
using Connector.Outgoing;
using Connector.Tests.Support;

namespace Connector.Tests.Outgoing.Guard;

/// <summary>Which addresses a request is sent to, and which never.</summary>
public sealed class GuardedConnectionTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var inside = new RawReceiver(Ok);
        await using var receiver = new RawReceiver($"HTTP/1.1 302 Found\r\nLocation: {inside.Url()}\r\nContent-Length: 0\r\n\r\n");
        using var client = Sending.Client("127.0.0.1");

        var answer = await client.GetAsync(receiver.Url());

        Assert.Equal(302, answer.Status);
        Assert.Equal(0, inside.Connections);
        Assert.Equal(200, (await client.GetAsync(inside.Url())).Status);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_is_refused_the_second_time()
    {
        await using var outside = new RawReceiver(Ok);
        await using var inside = new RawReceiver(Ok, "127.0.0.2", outside.Port);
        string[] answers = ["127.0.0.1", "127.0.0.2"];
        var asked = 0;
        using var client = Sending.Client("127.0.0.1", (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers[asked++])]));

        var first = await client.GetAsync(outside.Url("rebinding.example"));
        var second = await client.GetAsync(outside.Url("rebinding.example")).RefusedAsync();

        Assert.Equal(200, first.Status);
        Assert.True(second.IsForbidden);
        Assert.Equal("rebinding.example leads to an address that is not public; if the receiver is in your own network, add "
            + "rebinding.example to Connector:Network:AllowPrivateAddresses.", second.Message);
        Assert.Equal((1, 0), (outside.Connections, inside.Connections));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.2")]
    [InlineData("127.0.0.2", "127.0.0.1")]
    [InlineData("127.0.0.1", "::ffff:127.0.0.2")]
    public async Task One_forbidden_address_among_several_forbids_them_all(params string[] addresses)
    {
        await using var open = new RawReceiver(Ok);
        await using var closed = new RawReceiver(Ok, "127.0.0.2", open.Port);
        using var client = Sending.Client("127.0.0.1", Sending.To(addresses));

        var refused = await client.GetAsync(open.Url("two.example", "https")).RefusedAsync();

        Assert.True(refused.IsForbidden);
        Assert.Equal((0, 0), (open.Connections, closed.Connections));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("127.0.0.2", "127.0.0.1")]
    [InlineData("::1", "127.0.0.1")]
    public async Task An_address_where_nobody_listens_is_passed_over(params string[] addresses)
    {
        await using var receiver = new RawReceiver(Ok);
        using var client = Sending.Client("127.0.0.0/8 ::1", Sending.To(addresses));

        Assert.Equal("ok", (await client.GetAsync(receiver.Url("dual.example"))).Body);
    }

    [Fact]
    public async Task A_silent_first_address_costs_three_seconds_and_not_all_the_time()
    {
        await using var receiver = new RawReceiver(Ok);
        using var silent = new SilentAddress("127.0.0.2", receiver.Port);
        var clock = new ManualClock();
        using var client = Sending.Client("127.0.0.0/8", Sending.To("127.0.0.2", "127.0.0.1"), clock);

        var sending = client.GetAsync(receiver.Url("dual.example"));
        await Eventually.TrueAsync(() => clock.NextTimerAt == clock.GetUtcNow() + TimeSpan.FromSeconds(3));
        Assert.Equal(0, receiver.Connections);
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("ok", (await sending.WaitAsync(Sending.Soon)).Body);
    }

    [Theory]
    [InlineData("https://user:secret@example.com/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("http://a.example/hook")]
    public async Task A_forbidden_host_is_not_resolved(string url)
    {
        using var client = Sending.Client("");

        Assert.True((await client.GetAsync(url).RefusedAsync()).IsForbidden);
    }

    [Fact]
    public async Task A_request_says_who_we_are_and_nothing_else()
    {
        await using var receiver = new RawReceiver(Ok);
        using var client = Sending.Client("127.0.0.1");
        using var activity = new System.Diagnostics.Activity("ours").Start();

        await client.GetAsync(receiver.Url());

        var version = typeof(OutgoingClient).Assembly.GetName().Version!.ToString(3);
        Assert.Equal(
            $"GET /hook?token=secret HTTP/1.1\r\nHost: 127.0.0.1:{receiver.Port}\r\nUser-Agent: pinterest-connector/{version}\r\n\r\n",
            Assert.Single(receiver.Requests));
    }

    /// <summary>Takes no further connection: the queue of those waiting to be accepted is full.</summary>
    private sealed class SilentAddress : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _waiting = [];

        public SilentAddress(string address, int port)
        {
            var endPoint = new IPEndPoint(IPAddress.Parse(address), port);
            _listener.Bind(endPoint);
            _listener.Listen(0);
            for (var i = 0; i < 8; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                _waiting.Add(socket);
                try
                {
                    socket.Connect(endPoint);
                }
                catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
                {
                }
            }
        }

        public void Dispose()
        {
            _waiting.ForEach(socket => socket.Dispose());
            _listener.Dispose();
        }
    }
}
