using Connector.Common;
using Connector.Storage;

namespace Connector.Webhooks.Events;

/// <summary>What happened last, read once for everybody who follows; following costs neither a thread nor a query.</summary>
internal sealed class EventFeed(EventStore events, Database database, TimeProvider clock) : BackgroundService
{
    // Who falls back further reads from the database.
    private const int Remembered = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WakeSignal _bell = new(clock);
    private volatile Tail _tail = new("", [], new TaskCompletionSource());

    /// <summary>The last event there is, from where a follower begins.</summary>
    public string Latest => _tail.Rows is [.., var last] ? last.Id : _tail.Before;

    /// <summary>Events after that one, oldest first; when there are none, the task completes once there may be.</summary>
    public (IReadOnlyList<EventRow> Rows, Task Next) After(string id)
    {
        var tail = _tail;
        if (string.CompareOrdinal(id, tail.Before) < 0) return (events.After(id, Remembered), Task.CompletedTask);
        // From the end, because most followers have seen all but the last.
        var at = tail.Rows.Count;
        while (at > 0 && string.CompareOrdinal(tail.Rows[at - 1].Id, id) > 0) at--;
        return (tail.Rows[at..], tail.Next.Task);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var latest = events.Latest();
        if (latest.Length > 0) Id.ContinueAfter(latest);
        _tail = new Tail(latest, [], new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        database.Announced += Heard;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= Heard;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested) await _bell.WaitAsync(Read() ? null : clock.GetUtcNow() + Pause, stoppingToken);
    }

    private bool Read()
    {
        try
        {
            while (events.After(Latest, Remembered) is { Count: > 0 } rows) Append(rows);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private void Append(List<EventRow> rows)
    {
        var old = _tail;
        List<EventRow> all = [.. old.Rows, .. rows];
        var gone = Math.Max(0, all.Count - Remembered);
        _tail = new Tail(gone > 0 ? all[gone - 1].Id : old.Before, all[gone..], new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        old.Next.SetResult();
    }

    private void Heard(string topic)
    {
        if (topic == Outbox.Topic) _bell.Wake();
    }

    /// <summary>The last events, the one before them, and who waits for the next.</summary>
    private sealed record Tail(string Before, List<EventRow> Rows, TaskCompletionSource Next);
}
