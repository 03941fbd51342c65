using Connector.Pacing;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Forecasts;

/// <summary>An account's lane worked as it is in earnest, with no thought for how long that takes: what goes next is looked for from the beginning each time.</summary>
internal sealed class StepByStep(AccountPace pace, IEnumerable<PacedPin> queue, int boards, DateTimeOffset now)
{
    private readonly List<PacedPin> _waiting = [.. queue.OrderBy(pin => pin.Place)];
    private readonly List<(string Board, DateTimeOffset Until, bool Counts)> _inFlight = [];

    public Dictionary<string, DateTimeOffset> Went { get; } = [];

    public StepByStep Busy(IEnumerable<string> busy)
    {
        _inFlight.AddRange(busy.Select(board => (board, now + pace.Latency, false)));
        return this;
    }

    public StepByStep Work()
    {
        while (_waiting.Count > 0)
        {
            Land();
            if (_inFlight.Count < boards && pace.DecideAny(now).IsNow && _waiting.Find(MayGo) is { } next) Go(next);
            else now = NextMoment();
        }

        return this;
    }

    private bool IsFree(PacedPin pin) => pin.DueAt <= now && !_inFlight.Exists(flight => flight.Board == pin.BoardId);

    private bool MayGo(PacedPin pin) => IsFree(pin) && pace.DecideAmong(pin, now).IsNow;

    private void Go(PacedPin pin)
    {
        _waiting.Remove(pin);
        pace.Begin(PublishedLimits.OrgWrite, now);
        pace.Cadence.Add(pin, now);
        _inFlight.Add((pin.BoardId, now + pace.Latency, true));
        Went[pin.Id] = now;
    }

    private void Land()
    {
        foreach (var _ in _inFlight.Where(flight => flight.Until <= now && flight.Counts)) pace.End(PublishedLimits.OrgWrite, now);
        _inFlight.RemoveAll(flight => flight.Until <= now);
    }

    private DateTimeOffset NextMoment()
    {
        IEnumerable<DateTimeOffset> moments =
        [
            pace.DecideAny(now).NotBefore,
            .. _inFlight.Select(flight => flight.Until),
            .. _waiting.Select(pin => pin.DueAt),
            .. _waiting.Where(IsFree).Select(pin => pace.DecideAmong(pin, now).NotBefore),
        ];
        return moments.Where(moment => moment > now).Min();
    }
}
