using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Connector.Tests.Support;

namespace Connector.Crash.Judging;

/// <summary>Listens for webhooks all the time, fails at the first try of some events, and knows what it was told.</summary>
internal sealed class Ear : IAsyncDisposable
{
    // Longer than a delivery that a kill cut off is left alone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90), BetweenLooks = TimeSpan.FromMilliseconds(200);
    private const int FailsEvery = 20;

    private readonly Receiver _receiver;

    private Ear(Receiver receiver) => _receiver = receiver;

    public string Url => _receiver.Url;

    /// <summary>Requests, and the events in them.</summary>
    public (int Requests, int Events) Heard => (_receiver.All.Count, _receiver.All.Select(heard => heard.Id).Distinct().Count());

    public static async Task<Ear> StartAsync()
    {
        var receiver = await Receiver.StartAsync();
        var failed = new ConcurrentDictionary<string, bool>();
        var number = 0;
        receiver.AnswerWith(heard => new Reply(
            Interlocked.Increment(ref number) % FailsEvery == 0 && failed.TryAdd(heard.Id, true) ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent));
        return new Ear(receiver);
    }

    /// <summary>Waits until every ending was told, or nothing more comes; what is missing then was lost.</summary>
    public async Task<IReadOnlyList<string>> MissesAsync(IReadOnlyList<ShownPin> shown)
    {
        var (requests, since) = (-1, Stopwatch.GetTimestamp());
        while (true)
        {
            var told = _receiver.All.Select(heard => (heard.PinId, heard.Type)).ToHashSet();
            var missing = shown.Where(pin => !told.Contains((pin.Id, $"pin.{pin.Status}"))).Select(pin => $"unheard: {pin.Id} became {pin.Status}, and nobody was told.").ToList();
            if (missing.Count == 0) return missing;

            if (_receiver.All.Count != requests) (requests, since) = (_receiver.All.Count, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > Patience) return missing;
            await Task.Delay(BetweenLooks);
        }
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
