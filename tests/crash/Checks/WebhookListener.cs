using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Connector.Tests.Support;

namespace Connector.Crash.Checks;

/// <summary>
/// Receives webhooks during a whole run, answers the first try of some events with an error, and keeps what was delivered.
/// </summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    // Longer than the lease of a delivery that a kill interrupted.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90), PollInterval = TimeSpan.FromMilliseconds(200);
    private const int FailsEvery = 20;

    private readonly Receiver _receiver;

    private WebhookListener(Receiver receiver) => _receiver = receiver;

    public string Url => _receiver.Url;

    /// <summary>Requests, and the events in them.</summary>
    public (int Requests, int Events) Received => (_receiver.All.Count, _receiver.All.Select(heard => heard.Id).Distinct().Count());

    public static async Task<WebhookListener> StartAsync()
    {
        var receiver = await Receiver.StartAsync();
        var failed = new ConcurrentDictionary<string, bool>();
        var number = 0;
        receiver.AnswerWith(heard => new Reply(
            Interlocked.Increment(ref number) % FailsEvery == 0 && failed.TryAdd(heard.Id, true)
                ? HttpStatusCode.ServiceUnavailable
                : HttpStatusCode.NoContent));
        return new WebhookListener(receiver);
    }

    /// <summary>Waits until the end of every pin was delivered, or until nothing more comes; what is missing then was lost.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<ShownPin> shown)
    {
        var (requests, since) = (-1, Stopwatch.GetTimestamp());
        while (true)
        {
            var delivered = _receiver.All.Select(heard => (heard.PinId, heard.Type)).ToHashSet();
            var missing = shown
                .Where(pin => !delivered.Contains((pin.Id, $"pin.{pin.Status}")))
                .Select(pin => $"not delivered: the event that {pin.Id} became {pin.Status}.")
                .ToList();
            if (missing.Count == 0) return missing;

            if (_receiver.All.Count != requests) (requests, since) = (_receiver.All.Count, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > Timeout) return missing;
            await Task.Delay(PollInterval);
        }
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
