using Connector.Pacing.Forecasts;

namespace Connector.Pacing;

/// <summary>The forecast of an account's queue as of the time it was made; pins that join are added at its end.</summary>
internal sealed class AccountForecast(QueueForecast run, DateTimeOffset now, long madeAt, TimeSpan took)
{
    private ExpectedPin[] _inOrder = [];

    public DateTimeOffset Now => now;

    public long MadeAt => madeAt;

    /// <summary>
    /// How long it is reused: at least a second, and long enough that forecasts take at most a twentieth of the time.
    /// </summary>
    public TimeSpan GoodFor { get; } = took * 20 > TimeSpan.FromSeconds(1) ? took * 20 : TimeSpan.FromSeconds(1);

    public int Count => run.Expected.Count;

    /// <summary>When the last pin of the queue is expected to be published; null when nothing waits.</summary>
    public DateTimeOffset? DrainedAt { get; private set; } = run.Expected.Count > 0 ? run.Expected.Values.Max(each => each.At) : null;

    /// <summary>All of the queue in the order in which it goes; to be called with the lock that <see cref="Add"/> has.</summary>
    public IReadOnlyList<ExpectedPin> InOrder() => _inOrder.Length == Count
        ? _inOrder
        : _inOrder = [.. run.Expected.Select(each => new ExpectedPin(each.Value.At, each.Key, each.Value.BoardId)).Order()];

    public Expected? Of(string pinId) => run.Expected.GetValueOrDefault(pinId);

    /// <summary>Whether adding this pin changes nothing for the others.</summary>
    public bool EndsWith(PacedPin pin) => Of(pin.Id) is not null || run.IsLastInQueue(pin);

    public Expected? Add(PacedPin pin, DateTimeOffset at)
    {
        if (Of(pin.Id) is { } known) return known;

        run.Add(pin, at);
        ForecastRun.Run([run]);
        if (Of(pin.Id) is { } last && !(DrainedAt > last.At)) DrainedAt = last.At;
        return Of(pin.Id);
    }
}
