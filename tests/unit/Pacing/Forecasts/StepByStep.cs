using Connector.Pacing;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Forecasts;

/// <summary>Works a queue as the account's worker does, and searches the whole queue for each pin, however long that takes.</summary>
internal sealed class StepByStep(AccountPace pace, IEnumerable<PacedPin> queue, int boards, DateTimeOffset now)
{
    private readonly List<PacedPin> _waiting = [.. queue.OrderBy(pin => pin.Place)];
    private readonly List<(string Board, DateTimeOffset Until, bool Counts)> _creates = [];

    public Dictionary<string, DateTimeOffset> Published { get; } = [];

    public StepByStep Busy(IEnumerable<string> busy)
    {
        _creates.AddRange(busy.Select(board => (board, now + pace.Latency, false)));
        return this;
    }

    public StepByStep Work()
    {
        while (_waiting.Count > 0)
        {
            EndCreates();
            if (_creates.Count < boards && pace.DecideAny(now).IsNow && _waiting.Find(MayStart) is { } next) Start(next);
            else now = NextEvent();
        }

        return this;
    }

    private bool IsFree(PacedPin pin) => pin.DueAt <= now && !_creates.Exists(create => create.Board == pin.BoardId);

    private bool MayStart(PacedPin pin) => IsFree(pin) && pace.DecideAmong(pin, now).IsNow;

    private void Start(PacedPin pin)
    {
        _waiting.Remove(pin);
        pace.Begin(PublishedLimits.OrgWrite, now);
        pace.Cadence.Add(pin, now);
        _creates.Add((pin.BoardId, now + pace.Latency, true));
        Published[pin.Id] = now;
    }

    private void EndCreates()
    {
        foreach (var _ in _creates.Where(create => create.Until <= now && create.Counts)) pace.End(PublishedLimits.OrgWrite, now);
        _creates.RemoveAll(create => create.Until <= now);
    }

    private DateTimeOffset NextEvent()
    {
        IEnumerable<DateTimeOffset> moments =
        [
            pace.DecideAny(now).NotBefore,
            .. _creates.Select(create => create.Until),
            .. _waiting.Select(pin => pin.DueAt),
            .. _waiting.Where(IsFree).Select(pin => pace.DecideAmong(pin, now).NotBefore),
        ];
        return moments.Where(moment => moment > now).Min();
    }
}
