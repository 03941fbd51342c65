using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connector.Tests.Pinterest;

/// <summary>
/// Answers each request with the next line of a script; a null closes the connection.
/// On a raw socket, because connections and the bytes of a request are counted and answers are cut off.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string?> _script;
    private readonly Task _loop;
    private int _connections;
    private int _requests;

    public ScriptedServer(params string?[] script)
    {
        _script = new Queue<string?>(script);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}/v5";
    public int Connections => Volatile.Read(ref _connections);
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The lines of each request before its body.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Heads { get; } = [];

    public static string Json(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _loop;
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream(), Encoding.Latin1))
        {
            while (await ReadRequestAsync(reader))
            {
                Interlocked.Increment(ref _requests);
                if (!_script.TryDequeue(out var answer) || answer is null) return;
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(answer));
            }
        }
    }

    private async Task<bool> ReadRequestAsync(StreamReader reader)
    {
        List<string> head = [];
        var length = 0;
        while (true)
        {
            string? line;
            try
            {
                line = await reader.ReadLineAsync();
            }
            catch (IOException)
            {
                return false;
            }

            if (line is null) return false;
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line.Split(':')[1], null);
            if (line.Length == 0) break;
            head.Add(line);
        }

        Heads.Enqueue(head);

        return length == 0 || await reader.ReadBlockAsync(new char[length]) == length;
    }
}
