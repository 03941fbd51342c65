using Connector.Pacing.Limits;

namespace Connector.Pacing.Forecasts;

/// <summary>Runs one account's queue ahead of time by the decision that works it, event by event.</summary>
internal sealed class QueueForecast
{
    private readonly AccountPace _pace;
    private readonly int _boards;
    private readonly IReadOnlySet<string>? _only;
    private readonly PriorityQueue<Waiter, PinPlace> _ready = new();
    private readonly PriorityQueue<PacedPin, DateTimeOffset> _upcoming = new();
    private readonly PriorityQueue<Gate, DateTimeOffset> _opening = new();
    private readonly PriorityQueue<string, DateTimeOffset> _inFlight = new();
    private readonly HashSet<string> _counted = [];
    private readonly Dictionary<string, DateTimeOffset> _busy = [];
    private readonly Dictionary<(string Rule, string Part), Gate> _gates = [];
    private string? _slowedBy, _slowedWhy;
    private PinPlace? _last;
    private int _waiting, _published;
    private bool _isMixed;

    /// <param name="pace">A copy, which is used up.</param>
    /// <param name="queue">What waits, in any order.</param>
    /// <param name="busyBoards">Boards with a create in flight.</param>
    /// <param name="boards">How many boards are worked at once.</param>
    /// <param name="now">From when.</param>
    /// <param name="only">The pins somebody asks for; null for all.</param>
    public QueueForecast(AccountPace pace, IReadOnlyCollection<PacedPin> queue, IEnumerable<string> busyBoards, int boards, DateTimeOffset now, IReadOnlySet<string>? only = null)
    {
        (_pace, _boards, _only) = (pace, boards, only);
        Expected.EnsureCapacity(only?.Count ?? queue.Count);
        foreach (var pin in queue) Add(pin, now);
        foreach (var board in busyBoards.Distinct()) StartCreate(board, now + pace.Latency);
    }

    /// <summary>When each pin is expected to go, in the order they go.</summary>
    public Dictionary<string, Expected> Expected { get; } = [];

    /// <summary>When something can happen next; null when nothing waits.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Whether a pin that joins goes behind all others: it is the last in line, and the line goes as it stands.</summary>
    public bool IsLastInQueue(PacedPin pin) => !_isMixed && (_last is not { } last || pin.Place.CompareTo(last) > 0);

    public void Add(PacedPin pin, DateTimeOffset now)
    {
        if (pin.DueAt <= now) _ready.Enqueue(new Waiter(pin, null), pin.Place);
        else _upcoming.Enqueue(pin, pin.DueAt);
        _waiting++;
        _isMixed |= pin.DueAt > now;
        if (_last is not { } last || pin.Place.CompareTo(last) > 0) _last = pin.Place;
        NextAt = NextAt is { } next && next < now ? NextAt : now;
    }

    /// <summary>Does all that can be done at that time, and says when to come again.</summary>
    public void Advance(DateTimeOffset now)
    {
        while (_inFlight.TryPeek(out var landed, out var at) && at <= now) EndCreate(landed, now);
        if (_ready.Count == 0) (_slowedBy, _slowedWhy) = (null, null);
        while (_upcoming.TryPeek(out var pin, out var due) && due <= now)
        {
            _upcoming.Dequeue();
            _ready.Enqueue(new Waiter(pin, null), pin.Place);
        }

        NextAt = Fill(now);
    }

    private DateTimeOffset? Fill(DateTimeOffset now)
    {
        DateTimeOffset? wideAt = null;
        while (true)
        {
            while (_opening.TryPeek(out var gate, out var opens) && opens <= now) Open(gate);
            if (_inFlight.Count >= _boards || !_ready.TryPeek(out var first, out _)) break;

            var decision = _pace.DecideAny(now);
            if (!decision.IsNow)
            {
                (_slowedBy, _slowedWhy, wideAt) = (decision.Rule, decision.Message, decision.NotBefore);
                break;
            }

            _ready.Dequeue();
            Try(first, now);
        }

        // What is in flight stays there for whoever joins next.
        if (_waiting == 0) return null;
        return Earliest(wideAt, _inFlight.TryPeek(out _, out var lands) ? lands : null, _upcoming.TryPeek(out _, out var due) ? due : null,
            _opening.TryPeek(out _, out var at) ? at : null);
    }

    private void Try(Waiter waiter, DateTimeOffset now)
    {
        var pin = waiter.Pin;
        if (_busy.TryGetValue(pin.BoardId, out var until)) WaitForBoard(waiter, until);
        else if (_pace.DecideAmong(pin, now) is { IsNow: false } blocked) Wait(pin, blocked);
        else Publish(waiter, now);

        // Who waits at the same gate may be able to go instead.
        if (waiter.From is { } left) OpenAt(left, now);
    }

    private void WaitForBoard(Waiter waiter, DateTimeOffset until)
    {
        // All who wait at a rule about this board would only go from one gate to the other and back.
        var stays = waiter.From is { Rule: not "" } rule && rule.Part == waiter.Pin.BoardId;
        var gate = stays ? waiter.From! : GateOf("", waiter.Pin.BoardId);
        gate.Waiting.Enqueue(waiter.Pin, waiter.Pin.Place);
        if (stays) OpenAt(gate, until);
    }

    private void Wait(PacedPin pin, PaceDecision blocked)
    {
        var gate = GateOf(blocked.Rule!, blocked.Part);
        gate.Why = blocked.Message;
        gate.Waiting.Enqueue(pin, pin.Place);
        OpenAt(gate, blocked.NotBefore);
        _isMixed = true;
    }

    private void Publish(Waiter waiter, DateTimeOffset now)
    {
        var pin = waiter.Pin;
        _pace.Begin(PublishedLimits.OrgWrite, now);
        _pace.Cadence.Add(pin, now);
        _counted.Add(pin.BoardId);
        _waiting--;
        StartCreate(pin.BoardId, now + _pace.Latency);
        var (rule, why) = waiter.From is { Rule: not "" } gate ? (gate.Rule, gate.Why) : pin.DueAt >= now ? (null, null) : (_slowedBy, _slowedWhy);
        _published++;
        if (_only?.Contains(pin.Id) != false) Expected[pin.Id] = new Expected(now, _published, rule, why);
    }

    private void StartCreate(string board, DateTimeOffset until)
    {
        _busy[board] = until;
        _inFlight.Enqueue(board, until);
    }

    private void EndCreate(string board, DateTimeOffset now)
    {
        _inFlight.Dequeue();
        _busy.Remove(board);
        // What was in flight at the beginning counts as ended already.
        if (_counted.Remove(board)) _pace.End(PublishedLimits.OrgWrite, now);
        OpenAt(GateOf("", board), now);
    }

    private void Open(Gate gate)
    {
        _opening.Dequeue();
        gate.IsOpening = false;
        if (gate.Waiting.TryDequeue(out var pin, out var place)) _ready.Enqueue(new Waiter(pin, gate), place);
    }

    private void OpenAt(Gate gate, DateTimeOffset at)
    {
        if (gate.IsOpening || gate.Waiting.Count == 0) return;
        // Its board is taken again; the answer opens it.
        if (gate.Rule == "" && _busy.ContainsKey(gate.Part)) return;
        gate.IsOpening = true;
        _opening.Enqueue(gate, at);
    }

    private Gate GateOf(string rule, string part) => _gates.TryGetValue((rule, part), out var gate) ? gate : _gates[(rule, part)] = new Gate(rule, part);

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? earliest = null;
        foreach (var time in times)
            if (time is not null && (earliest is null || time < earliest)) earliest = time;
        return earliest;
    }

    private readonly record struct Waiter(PacedPin Pin, Gate? From);

    /// <summary>Pins that wait for the same: their board's last answer (no rule), or a rule that lets one go at a time.</summary>
    private sealed class Gate(string rule, string part)
    {
        public string Rule => rule;
        public string Part => part;
        public string? Why { get; set; }
        public PriorityQueue<PacedPin, PinPlace> Waiting { get; } = new();
        public bool IsOpening { get; set; }
    }
}

/// <summary>When a pin is expected to go, how many of its account's go up to then, and the rule that decides, if any.</summary>
internal sealed record Expected(DateTimeOffset At, int Position, string? Rule, string? Why);
