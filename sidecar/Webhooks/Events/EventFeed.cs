using Connector.Common;
using Connector.Storage;

namespace Connector.Webhooks.Events;

/// <summary>The latest events, read once for all open streams: a stream costs neither a thread nor a query.</summary>
internal sealed partial class EventFeed(
    EventStore events, Database database, TimeProvider clock, ILogger<EventFeed> logger) : BackgroundService
{
    // A stream that is further behind reads from the database.
    private const int MostKept = 1000;

    private readonly WakeSignal _wake = new(clock);
    private volatile Tail _tail = NewTail("", []);

    /// <summary>The latest event, where a new stream begins: the feed itself may not have read it yet.</summary>
    public string Latest => events.Latest();

    private string LatestRead => _tail.Rows is [.., var last] ? last.Id : _tail.Before;

    /// <summary>Events after that one, oldest first; when there are none, the task completes once there may be.</summary>
    public (IReadOnlyList<EventRow> Rows, Task Next) After(string id)
    {
        var tail = _tail;
        if (string.CompareOrdinal(id, tail.Before) < 0) return (events.After(id, MostKept), Task.CompletedTask);
        // Searched from the end, because most streams have sent all but the last events.
        var at = tail.Rows.Count;
        while (at > 0 && string.CompareOrdinal(tail.Rows[at - 1].Id, id) > 0) at--;
        return (tail.Rows[at..], tail.Next.Task);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var latest = events.Latest();
        if (latest.Length > 0) Id.ContinueAfter(latest);
        _tail = NewTail(latest, []);
        database.Announced += OnAnnounced;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkerLoop.RunAsync(_wake, ReadAsync, error => Log.NotRead(logger, error), clock, stoppingToken);

    private Task<DateTimeOffset?> ReadAsync()
    {
        while (events.After(LatestRead, MostKept) is { Count: > 0 } rows) Append(rows);
        return Task.FromResult<DateTimeOffset?>(null);
    }

    private void Append(List<EventRow> rows)
    {
        var old = _tail;
        List<EventRow> all = [.. old.Rows, .. rows];
        var excess = Math.Max(0, all.Count - MostKept);
        _tail = NewTail(excess > 0 ? all[excess - 1].Id : old.Before, all[excess..]);
        old.Next.SetResult();
    }

    private void OnAnnounced(string topic)
    {
        if (topic == Outbox.EventTopic) _wake.Wake();
    }

    private static Tail NewTail(string before, List<EventRow> rows) =>
        new(before, rows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>The latest events, the id before them, and a task that ends when there are newer ones.</summary>
    private sealed record Tail(string Before, List<EventRow> Rows, TaskCompletionSource Next);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error, Message = "New events could not be read for the event streams; they are read again in a second.")]
        public static partial void NotRead(ILogger logger, Exception error);
    }
}
