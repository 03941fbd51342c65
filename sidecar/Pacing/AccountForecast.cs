using System.Diagnostics;
using Connector.Pacing.Forecasts;

namespace Connector.Pacing;

/// <summary>The forecast of an account's queue as of the time it was made; pins that join are added at its end.</summary>
internal sealed class AccountForecast(QueueForecast run, DateTimeOffset now, long madeAt, TimeSpan took)
{
    private readonly Lock _gate = new();
    private readonly List<(PacedPin Pin, long At)> _added = [];
    private int _count = run.Expected.Count;
    private ExpectedPin[] _inOrder = [];

    public DateTimeOffset Now => now;

    public long MadeAt => madeAt;

    /// <summary>When its making began, by the stopwatch.</summary>
    public long BegunAt { get; init; }

    /// <summary>
    /// How long it is reused: at least a second, and long enough that forecasts take at most a fiftieth of the time.
    /// </summary>
    public TimeSpan GoodFor { get; } = took * 50 > TimeSpan.FromSeconds(1) ? took * 50 : TimeSpan.FromSeconds(1);

    public int Count => Volatile.Read(ref _count);

    /// <summary>When the last pin of the queue is expected to be published; null when nothing waits.</summary>
    public DateTimeOffset? DrainedAt { get; private set; } = run.Expected.Count > 0 ? run.Expected.Values.Max(each => each.At) : null;

    /// <summary>All of the queue in the order in which it goes.</summary>
    public IReadOnlyList<ExpectedPin> InOrder()
    {
        lock (_gate)
        {
            return _inOrder.Length == _count
                ? _inOrder
                : _inOrder = [.. run.Expected.Select(each => new ExpectedPin(each.Value.At, each.Key, each.Value.BoardId)).Order()];
        }
    }

    public Expected? Of(string pinId)
    {
        lock (_gate) return run.Expected.GetValueOrDefault(pinId);
    }

    /// <summary>Adds a pin that joined; false when it changes something for the others, which matters unless the queue is long.</summary>
    public bool TryAdd(PacedPin pin, DateTimeOffset at, bool isLong, out Expected? expected)
    {
        lock (_gate)
        {
            if (run.Expected.TryGetValue(pin.Id, out expected)) return true;
            if (!isLong && !run.IsLastInQueue(pin)) return false;

            expected = Add(pin, at);
            return true;
        }
    }

    /// <summary>The pins that joined since that time of the stopwatch: the next forecast may have read the queue before.</summary>
    public IReadOnlyList<PacedPin> AddedSince(long time)
    {
        lock (_gate) return [.. _added.Where(each => each.At >= time).Select(each => each.Pin)];
    }

    private Expected? Add(PacedPin pin, DateTimeOffset at)
    {
        _added.Add((pin, Stopwatch.GetTimestamp()));
        run.Add(pin, at);
        ForecastRun.Run([run]);
        _count = run.Expected.Count;
        var expected = run.Expected.GetValueOrDefault(pin.Id);
        if (expected is not null && !(DrainedAt > expected.At)) DrainedAt = expected.At;
        return expected;
    }
}
