using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Connector.Bench.Accepting;

/// <summary>
/// One keep-alive connection that sends, waits for the 202, and sends again. It shares the machine with what it measures, so it does
/// little.
/// </summary>
internal sealed class Client(Uri address, PinRequest request) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[16 * 1024];

    public Task ConnectAsync() => _socket.ConnectAsync(address.Host, address.Port);

    /// <summary>Sends until that time; returns what each request took, in ticks of the stopwatch.</summary>
    public async Task<List<long>> SendUntilAsync(long end)
    {
        var took = new List<long>(1 << 16);
        for (var begun = Stopwatch.GetTimestamp(); begun < end;)
        {
            request.Renew();
            await _socket.SendAsync(request.Bytes);
            await ReceiveAsync();
            var now = Stopwatch.GetTimestamp();
            took.Add(now - begun);
            begun = now;
        }

        return took;
    }

    public void Dispose() => _socket.Dispose();

    // One answer is under way at a time, so nothing follows its end.
    private async Task ReceiveAsync()
    {
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            length += read;
            if (read == 0 || !Answer.MayBeAccepted(_answer.AsSpan(0, length)))
                throw new InvalidOperationException($"A pin was not accepted: {Encoding.UTF8.GetString(_answer, 0, length)}");
        }
        while (!Answer.IsComplete(_answer.AsSpan(0, length)));
    }
}
