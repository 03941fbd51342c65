using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connector.Tests.Outgoing;

/// <summary>
/// Another server on a raw socket, because tests need invalid responses, slow bytes and TLS handshakes, which no HTTP server sends:
/// reads the head of a request and then does to the connection what the test says.
/// </summary>
internal sealed class RawReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<Stream, Task> _answer;
    private readonly Func<Stream, Task<Stream>> _greet;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private int _connections;

    public RawReceiver(Func<Stream, Task> answer, string address = "127.0.0.1", int port = 0, Func<Stream, Task<Stream>>? greet = null)
    {
        (_answer, _greet) = (answer, greet ?? Task.FromResult);
        _listener = new TcpListener(IPAddress.Parse(address), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Writes this and ends the connection.</summary>
    public RawReceiver(string answer, string address = "127.0.0.1", int port = 0)
        : this(stream => WriteAsync(stream, answer), address, port)
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The heads of all requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Ends with the first request.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Ends when all conversations have.</summary>
    public Task Quiet => Task.WhenAll(_conversations);

    public string Url(string host = "127.0.0.1", string scheme = "http") => $"{scheme}://{host}:{Port}/hook?token=secret";

    public static async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Says no more until the other side hangs up.</summary>
    public static async Task StallAsync(Stream stream) => await stream.CopyToAsync(Stream.Null);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                _conversations.Add(TalkAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = await _greet(client.GetStream());
            if (await ReadHeadAsync(stream) is not { Length: > 0 } head) return;
            _requests.Enqueue(head);
            _asked.TrySetResult();
            await _answer(stream);
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()) && await stream.ReadAsync(one) > 0) head.Add(one[0]);
        return Encoding.UTF8.GetString([.. head]);
    }
}
