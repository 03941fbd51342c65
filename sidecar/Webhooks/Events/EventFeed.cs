using Connector.Common;
using Connector.Storage;

namespace Connector.Webhooks.Events;

/// <summary>The latest events, read and made into bytes once for all open streams: a stream costs neither a thread nor a query.</summary>
/// <remarks>
/// Read ten times a second at most: while many accounts publish, every event would wake every stream. The first one after a pause goes out
/// at once.
/// </remarks>
internal sealed partial class EventFeed(
    EventStore events, Database database, TimeProvider clock, ILogger<EventFeed> logger) : BackgroundService
{
    // A stream that is further behind reads from the database.
    private const int MostKept = 1000;

    /// <summary>How long it waits after events before it looks for the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly WakeSignal _wake = new(clock);
    private volatile Tail _tail = NewTail("", []);

    /// <summary>The place of the latest event, where a new stream begins: the feed itself may not have read it yet.</summary>
    public string Latest => events.Latest();

    private string LatestRead => _tail.Events is [.., var last] ? last.Row.Place : _tail.Before;

    /// <summary>Events after that place, oldest first; when there are none, the task completes once there may be.</summary>
    public (ArraySegment<StreamedEvent> Events, Task Next) After(string place)
    {
        var tail = _tail;
        if (string.CompareOrdinal(place, tail.Before) < 0)
            return (Array.ConvertAll([.. events.After(place, MostKept)], row => new StreamedEvent(row)), Task.CompletedTask);
        // Searched from the end, because most streams have sent all but the last events.
        var at = tail.Events.Length;
        while (at > 0 && string.CompareOrdinal(tail.Events[at - 1].Row.Place, place) > 0) at--;
        return (new ArraySegment<StreamedEvent>(tail.Events)[at..], tail.Next.Task);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (events.LatestId() is { Length: > 0 } latest) Id.ContinueAfter(latest);
        _tail = NewTail(events.Latest(), []);
        database.Announced += OnAnnounced;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkerLoop.RunAsync(_wake, () => ReadAsync(stoppingToken), error => Log.NotRead(logger, error), clock, stoppingToken);

    private async Task<DateTimeOffset?> ReadAsync(CancellationToken stop)
    {
        var before = _tail;
        while (events.After(LatestRead, MostKept) is { Count: > 0 } rows) Append(rows);
        if (_tail != before) await Task.Delay(Pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return null;
    }

    private void Append(List<EventRow> rows)
    {
        var old = _tail;
        StreamedEvent[] all = [.. old.Events, .. rows.Select(row => new StreamedEvent(row))];
        var excess = Math.Max(0, all.Length - MostKept);
        _tail = NewTail(excess > 0 ? all[excess - 1].Row.Place : old.Before, all[excess..]);
        old.Next.SetResult();
    }

    private void OnAnnounced(string topic)
    {
        if (topic is Outbox.EventTopic or Outbox.FeedTopic or Database.Everything) _wake.Wake();
    }

    private static Tail NewTail(string before, StreamedEvent[] events) =>
        new(before, events, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>The latest events, the place before them, and a task that ends when there are newer ones.</summary>
    private sealed record Tail(string Before, StreamedEvent[] Events, TaskCompletionSource Next);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error, Message = "New events could not be read for the event streams; they are read again in a second.")]
        public static partial void NotRead(ILogger logger, Exception error);
    }
}
