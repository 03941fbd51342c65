namespace Connector.Pacing.Limits;

/// <summary>
/// The calls one limit counts. When Pinterest counts a call is unknown, so it counts here until a full window after it ended; the
/// safety margin, which is our choice, counts from its start.
/// </summary>
internal sealed class CallWindow(PaceLimit limit)
{
    private const int Parts = 10;

    private readonly List<DateTimeOffset> _started = [], _ended = [];
    private int _inProgress;
    private int _ceiling = int.MaxValue;
    private DateTimeOffset _ceilingUntil;

    public PaceLimit Limit { get; } = limit;

    public bool Counts(string category) => Limit.Category is null || Limit.Category == category;

    public void Begin(DateTimeOffset now)
    {
        _inProgress++;
        Insert(_started, now);
    }

    public void End(DateTimeOffset now)
    {
        // The window may be younger than the call.
        if (_inProgress > 0) _inProgress--;
        Insert(_ended, now);
        Trim(_started, now);
        Trim(_ended, now);
    }

    /// <summary>The call was not made.</summary>
    public void Release()
    {
        if (_inProgress > 0) _inProgress--;
        if (_started.Count > 0) _started.RemoveAt(_started.Count - 1);
    }

    /// <summary>Adds a call that has ended.</summary>
    public void Add(DateTimeOffset started, DateTimeOffset ended)
    {
        Insert(_started, started);
        Insert(_ended, ended);
    }

    /// <summary>Pinterest named a lower limit for this window; it is used until the window has passed.</summary>
    public void Lower(int limit, DateTimeOffset now)
    {
        if (limit >= Limit.Calls) return;
        _ceiling = limit;
        _ceilingUntil = now + Limit.Window;
    }

    public bool IsLowered(DateTimeOffset now) => now < _ceilingUntil;

    /// <summary>Pinterest's limit, without our margin.</summary>
    public int Allowed(DateTimeOffset now) => IsLowered(now) ? _ceiling : Limit.Calls;

    /// <summary>The limit less a margin in per cent, rounded up so that something is left of a small one.</summary>
    public int Wanted(int margin, DateTimeOffset now) => (int)Math.Max(1, (Allowed(now) * (100L - margin) + 99) / 100);

    public int Remaining(int margin, DateTimeOffset now) => Math.Max(0, Math.Min(
        Allowed(now) - (_ended.Count - CountExpired(_ended, now - Limit.Window)) - _inProgress,
        Wanted(margin, now) - (_started.Count - CountExpired(_started, now - Limit.Window))));

    /// <summary>When the next call may start; now, if there is room.</summary>
    public DateTimeOffset NextAt(int margin, DateTimeOffset now)
    {
        var wanted = Free(_started, 0, Wanted(margin, now), now, Limit.Window);
        var allowed = Free(_ended, _inProgress, Math.Max(1, Allowed(now)), now, Limit.Window);
        return wanted > allowed ? wanted : allowed;
    }

    /// <summary>When the next call may start if calls are spread over the parts of the window.</summary>
    public DateTimeOffset SpreadAt(int margin, DateTimeOffset now) => Free(_started, 0, Portion(margin, now), now, Limit.Window / Parts);

    /// <summary>How many calls may start in one part of the window: its share, rounded up, and one.</summary>
    public int Portion(int margin, DateTimeOffset now) => (Wanted(margin, now) + Parts - 1) / Parts + 1;

    public string ExplainSpread(int margin, DateTimeOffset now) =>
        $" At most {Portion(margin, now)} of them start within {(Limit.Window / Parts).TotalSeconds:0.#} seconds.";

    /// <summary>When the oldest call counted leaves the window.</summary>
    public DateTimeOffset ResetsAt(DateTimeOffset now) =>
        CountExpired(_ended, now - Limit.Window) is var old && old < _ended.Count ? _ended[old] + Limit.Window : now;

    /// <summary>The clock was set by that much: calls keep their age.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var times in (List<DateTimeOffset>[])[_started, _ended])
            for (var i = 0; i < times.Count; i++) times[i] += by;
        if (_ceiling != int.MaxValue) _ceilingUntil += by;
    }

    /// <summary>A copy for a simulation; calls in progress count as ended now.</summary>
    public CallWindow Copy(DateTimeOffset now)
    {
        var copy = new CallWindow(Limit) { _ceiling = _ceiling, _ceilingUntil = _ceilingUntil };
        copy._started.AddRange(_started);
        copy._ended.AddRange(_ended);
        copy._ended.AddRange(Enumerable.Repeat(now, Math.Max(0, _inProgress)));
        return copy;
    }

    private static DateTimeOffset Free(List<DateTimeOffset> times, int inProgress, int limit, DateTimeOffset now, TimeSpan window)
    {
        // The next call may start when this one leaves the window; one in progress counts as if it ended now.
        var index = times.Count + inProgress - limit;
        if (index < 0) return now;
        var free = (index < times.Count ? times[index] : now) + window;
        return free > now ? free : now;
    }

    // How many have left the window; times are in ascending order.
    private static int CountExpired(List<DateTimeOffset> times, DateTimeOffset horizon)
    {
        var at = times.BinarySearch(horizon);
        if (at < 0) return ~at;
        while (at < times.Count && times[at] == horizon) at++;
        return at;
    }

    // Half at a time, so that a long list is not shifted for every call.
    private void Trim(List<DateTimeOffset> times, DateTimeOffset now)
    {
        if (times.Count > 1 && times[times.Count / 2] <= now - Limit.Window) times.RemoveRange(0, times.Count / 2);
    }

    private static void Insert(List<DateTimeOffset> times, DateTimeOffset at)
    {
        var place = times.Count;
        while (place > 0 && times[place - 1] > at) place--;
        times.Insert(place, at);
    }
}
