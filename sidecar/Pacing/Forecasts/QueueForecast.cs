using Connector.Pacing.Limits;

namespace Connector.Pacing.Forecasts;

/// <summary>Simulates one account's queue, event by event, with the decisions that the account's worker makes.</summary>
internal sealed class QueueForecast
{
    private readonly AccountPace _pace;
    private readonly int _boards;
    private readonly IReadOnlySet<string>? _only;
    private readonly PriorityQueue<ReadyPin, PinPlace> _ready = new();
    private readonly PriorityQueue<PacedPin, DateTimeOffset> _notDue = new();
    private readonly PriorityQueue<string, DateTimeOffset> _creates = new();
    private readonly HashSet<string> _counted = [];
    private readonly Dictionary<string, DateTimeOffset> _busyUntil = [];
    private readonly BlockedPins _blocked;
    private string? _delayedBy, _delayedWhy;
    private PinPlace? _last;
    private int _waiting, _published;
    private bool _isReordered;

    /// <param name="pace">A copy, which the simulation changes.</param>
    /// <param name="queue">What waits, in any order.</param>
    /// <param name="busyBoards">Boards with a create in progress.</param>
    /// <param name="boards">How many boards are published to at once.</param>
    /// <param name="now">When the simulation starts.</param>
    /// <param name="only">The pins that are asked for; null for all.</param>
    public QueueForecast(
        AccountPace pace, IReadOnlyCollection<PacedPin> queue, IEnumerable<string> busyBoards, int boards, DateTimeOffset now,
        IReadOnlySet<string>? only = null)
    {
        (_pace, _boards, _only) = (pace, boards, only);
        _blocked = new BlockedPins(_busyUntil.ContainsKey);
        Expected.EnsureCapacity(only?.Count ?? queue.Count);
        foreach (var pin in queue) Add(pin, now);
        foreach (var board in busyBoards.Distinct()) StartCreate(board, now + pace.Latency);
    }

    /// <summary>When each pin is expected to be published, in that order.</summary>
    public Dictionary<string, Expected> Expected { get; } = [];

    /// <summary>The time of the next event; null when nothing waits.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>All the pins that are asked for are published; what comes after them makes no difference.</summary>
    public bool IsAnswered => _only is not null && Expected.Count == _only.Count;

    /// <summary>Whether a pin that joins is published after all others, and the others in the order they have.</summary>
    public bool IsLastInQueue(PacedPin pin) => !_isReordered && (_last is not { } last || pin.Place.CompareTo(last) > 0);

    public void Add(PacedPin pin, DateTimeOffset now)
    {
        if (pin.DueAt <= now) _ready.Enqueue(new ReadyPin(pin, null), pin.Place);
        else _notDue.Enqueue(pin, pin.DueAt);
        _waiting++;
        _isReordered |= pin.DueAt > now;
        if (_last is not { } last || pin.Place.CompareTo(last) > 0) _last = pin.Place;
        NextAt = NextAt is { } next && next < now ? NextAt : now;
    }

    /// <summary>Simulates all that happens at that time, and sets <see cref="NextAt"/>.</summary>
    public void Advance(DateTimeOffset now)
    {
        while (_creates.TryPeek(out var board, out var endsAt) && endsAt <= now) EndCreate(board, now);
        if (_ready.Count == 0) (_delayedBy, _delayedWhy) = (null, null);
        while (_notDue.TryPeek(out var pin, out var due) && due <= now)
        {
            _notDue.Dequeue();
            _ready.Enqueue(new ReadyPin(pin, null), pin.Place);
        }

        NextAt = StartReady(now);
    }

    private DateTimeOffset? StartReady(DateTimeOffset now)
    {
        DateTimeOffset? allowedAt = null;
        while (true)
        {
            while (_blocked.TryRelease(now, out var released)) _ready.Enqueue(released, released.Pin.Place);
            if (_creates.Count >= _boards || !_ready.TryPeek(out var first, out _)) break;

            var decision = _pace.DecideAny(now);
            if (!decision.IsNow)
            {
                (_delayedBy, _delayedWhy, allowedAt) = (decision.Rule, decision.Message, decision.NotBefore);
                break;
            }

            _ready.Dequeue();
            TryStart(first, now);
        }

        // Creates in progress alone need no event: they are ended when the next pin joins.
        if (_waiting == 0) return null;
        DateTimeOffset? createEndsAt = _creates.TryPeek(out _, out var endsAt) ? endsAt : null;
        DateTimeOffset? nextDueAt = _notDue.TryPeek(out _, out var due) ? due : null;
        return Earliest(allowedAt, createEndsAt, nextDueAt, _blocked.NextReleaseAt);
    }

    private void TryStart(ReadyPin ready, DateTimeOffset now)
    {
        var pin = ready.Pin;
        if (_busyUntil.TryGetValue(pin.BoardId, out var until)) WaitForBoard(ready, until);
        else if (_pace.DecideAmong(pin, now) is { IsNow: false } decision) WaitForRule(pin, decision);
        else Publish(ready, now);

        // The next pin of the same constraint may be able to start instead.
        if (ready.ReleasedBy is { } constraint) _blocked.ReleaseAt(constraint, now);
    }

    private void WaitForBoard(ReadyPin ready, DateTimeOffset until)
    {
        // A pin that its rule for this board released stays with the rule: it would only move to the other constraint and back.
        var stays = ready.ReleasedBy is { IsRule: true } rule && rule.Partition == ready.Pin.BoardId;
        var constraint = stays ? ready.ReleasedBy! : _blocked.ByBoard(ready.Pin.BoardId);
        constraint.Waiting.Enqueue(ready.Pin, ready.Pin.Place);
        if (stays) _blocked.ReleaseAt(constraint, until);
    }

    private void WaitForRule(PacedPin pin, PaceDecision decision)
    {
        var constraint = _blocked.ByRule(decision.Rule!, decision.Partition);
        constraint.Why = decision.Message;
        constraint.Waiting.Enqueue(pin, pin.Place);
        _blocked.ReleaseAt(constraint, decision.NotBefore);
        _isReordered = true;
    }

    private void Publish(ReadyPin ready, DateTimeOffset now)
    {
        var pin = ready.Pin;
        _pace.Begin(PublishedLimits.OrgWrite, now);
        _pace.Cadence.Add(pin, now);
        _counted.Add(pin.BoardId);
        _waiting--;
        _published++;
        StartCreate(pin.BoardId, now + _pace.Latency);
        if (_only?.Contains(pin.Id) == false) return;

        var (rule, why) = Reason(ready, now);
        Expected[pin.Id] = new Expected(now, _published, rule, why) { BoardId = pin.BoardId };
    }

    private (string? Rule, string? Why) Reason(ReadyPin ready, DateTimeOffset now)
    {
        if (ready.ReleasedBy is { IsRule: true } rule) return (rule.Rule, rule.Why);
        return ready.Pin.DueAt >= now ? (null, null) : (_delayedBy, _delayedWhy);
    }

    private void StartCreate(string board, DateTimeOffset until)
    {
        _busyUntil[board] = until;
        _creates.Enqueue(board, until);
    }

    private void EndCreate(string board, DateTimeOffset now)
    {
        _creates.Dequeue();
        _busyUntil.Remove(board);
        // Creates that were in progress at the start are counted as ended in the copy of the pace.
        if (_counted.Remove(board)) _pace.End(PublishedLimits.OrgWrite, now);
        _blocked.ReleaseAt(_blocked.ByBoard(board), now);
    }

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? earliest = null;
        foreach (var time in times)
            if (time is not null && (earliest is null || time < earliest)) earliest = time;
        return earliest;
    }
}
