namespace Connector.Pacing.Limits;

/// <summary>The calls one limit counts. When Pinterest counts a call is unknown, so it keeps its place until a full window after its answer began, here its end; the safety margin, ours to choose, counts from when it started.</summary>
internal sealed class CallWindow(PaceLimit limit)
{
    private const int Parts = 10;

    private readonly List<DateTimeOffset> _started = [], _ended = [];
    private int _inFlight;
    private int _ceiling = int.MaxValue;
    private DateTimeOffset _ceilingUntil;

    public PaceLimit Limit { get; } = limit;

    public bool Counts(string category) => Limit.Category is null || Limit.Category == category;

    public void Begin(DateTimeOffset now)
    {
        _inFlight++;
        Insert(_started, now);
    }

    public void End(DateTimeOffset now)
    {
        _inFlight--;
        Insert(_ended, now);
        Forget(_started, now);
        Forget(_ended, now);
    }

    /// <summary>The call never left.</summary>
    public void Release()
    {
        _inFlight--;
        if (_started.Count > 0) _started.RemoveAt(_started.Count - 1);
    }

    /// <summary>A call of the past.</summary>
    public void Add(DateTimeOffset started, DateTimeOffset ended)
    {
        Insert(_started, started);
        Insert(_ended, ended);
    }

    /// <summary>Pinterest named a lower limit for this window; believed until the window passes.</summary>
    public void Lower(int limit, DateTimeOffset now)
    {
        if (limit >= Limit.Calls) return;
        _ceiling = limit;
        _ceilingUntil = now + Limit.Window;
    }

    public bool IsLowered(DateTimeOffset now) => now < _ceilingUntil;

    /// <summary>The limit as Pinterest has it.</summary>
    public int Allowed(DateTimeOffset now) => IsLowered(now) ? _ceiling : Limit.Calls;

    /// <summary>The limit less a margin in per cent, rounded up so that something is left of a small one.</summary>
    public int Wanted(int margin, DateTimeOffset now) => (int)Math.Max(1, (Allowed(now) * (100L - margin) + 99) / 100);

    public int Remaining(int margin, DateTimeOffset now) => Math.Max(0, Math.Min(
        Allowed(now) - (_ended.Count - Old(_ended, now - Limit.Window)) - _inFlight,
        Wanted(margin, now) - (_started.Count - Old(_started, now - Limit.Window))));

    /// <summary>When the next call may start; now, if there is room.</summary>
    public DateTimeOffset NextAt(int margin, DateTimeOffset now)
    {
        var wanted = Free(_started, 0, Wanted(margin, now), now, Limit.Window);
        var allowed = Free(_ended, _inFlight, Math.Max(1, Allowed(now)), now, Limit.Window);
        return wanted > allowed ? wanted : allowed;
    }

    /// <summary>When the next call may start if they are spread over the window, a twentieth of them in each twentieth of it.</summary>
    public DateTimeOffset SpreadAt(int margin, DateTimeOffset now) => Free(_started, 0, Portion(margin, now), now, Limit.Window / Parts);

    /// <summary>How many calls may start in one of its parts.</summary>
    public int Portion(int margin, DateTimeOffset now) => (Wanted(margin, now) + Parts - 1) / Parts + 1;

    /// <summary>When the fullest moment is over: the end of the oldest call counted.</summary>
    public DateTimeOffset ResetsAt(DateTimeOffset now) => Old(_ended, now - Limit.Window) is var old && old < _ended.Count ? _ended[old] + Limit.Window : now;

    /// <summary>The clock was set: what was called keeps its distance from now.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var times in (List<DateTimeOffset>[])[_started, _ended])
            for (var i = 0; i < times.Count; i++) times[i] += by;
        if (_ceiling != int.MaxValue) _ceilingUntil += by;
    }

    /// <summary>The same a moment before anything else happens; what is in flight counts as ended.</summary>
    public CallWindow Copy(DateTimeOffset now)
    {
        var copy = new CallWindow(Limit) { _ceiling = _ceiling, _ceilingUntil = _ceilingUntil };
        copy._started.AddRange(_started);
        copy._ended.AddRange(_ended);
        copy._ended.AddRange(Enumerable.Repeat(now, Math.Max(0, _inFlight)));
        return copy;
    }

    private static DateTimeOffset Free(List<DateTimeOffset> times, int inFlight, int places, DateTimeOffset now, TimeSpan window)
    {
        // The place that becomes free first of the latest so many; one in flight counts as if it ended now.
        var index = times.Count + inFlight - places;
        if (index < 0) return now;
        var free = (index < times.Count ? times[index] : now) + window;
        return free > now ? free : now;
    }

    // How many have left the window; times are in order.
    private static int Old(List<DateTimeOffset> times, DateTimeOffset horizon)
    {
        var at = times.BinarySearch(horizon);
        if (at < 0) return ~at;
        while (at < times.Count && times[at] == horizon) at++;
        return at;
    }

    // Half at a time, so that a long list is not moved for every call.
    private void Forget(List<DateTimeOffset> times, DateTimeOffset now)
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
