namespace Connector.Pacing;

/// <summary>The calls one limit counts. A call occupies its place until a full window after it <em>ended</em>: when Pinterest counted it in between is unknown.</summary>
internal sealed class CallWindow(PaceLimit limit)
{
    private readonly List<DateTimeOffset> _ended = [];
    private int _inFlight;
    private int _ceiling = int.MaxValue;
    private DateTimeOffset _ceilingUntil;

    public PaceLimit Limit { get; } = limit;

    public bool Counts(string category) => Limit.Category is null || Limit.Category == category;

    public void Begin() => _inFlight++;

    public void End(DateTimeOffset at)
    {
        _inFlight--;
        Add(at);
    }

    /// <summary>The call never left.</summary>
    public void TakeBack() => _inFlight--;

    /// <summary>A call that ended before this process started.</summary>
    public void Add(DateTimeOffset ended)
    {
        var after = _ended.FindLastIndex(e => e <= ended) + 1;
        _ended.Insert(after, ended);
    }

    /// <summary>Pinterest named a lower limit for this window; believed until the window passes.</summary>
    public void Lower(int limit, DateTimeOffset now)
    {
        if (limit >= Limit.Calls) return;
        _ceiling = limit;
        _ceilingUntil = now + Limit.Window;
    }

    public bool IsLowered(DateTimeOffset now) => now < _ceilingUntil;

    public int Allowed(DateTimeOffset now) => IsLowered(now) ? _ceiling : Limit.Calls;

    public int Remaining(DateTimeOffset now)
    {
        Forget(now);
        return Math.Max(0, Allowed(now) - _ended.Count - _inFlight);
    }

    /// <summary>When the next call may start; now, if there is room.</summary>
    public DateTimeOffset NextAt(DateTimeOffset now) => NthAt(1, now);

    /// <summary>When the <paramref name="n"/>-th call from now may start, if all before it start as early as they may.</summary>
    public DateTimeOffset NthAt(long n, DateTimeOffset now)
    {
        Forget(now);
        var allowed = Math.Max(1, Allowed(now));
        var occupied = _ended.Count + _inFlight;

        // Places are taken in turn: the n-th call takes the place of the one `allowed` before it, a window later.
        var turns = 0L;
        var place = occupied + n - 1;
        while (place >= allowed)
        {
            turns++;
            place -= allowed;
            if (place < occupied) return At((int)place, now) + turns * Limit.Window;
        }

        return now + turns * Limit.Window;
    }

    /// <summary>When the fullest moment is over: the end of the oldest call counted.</summary>
    public DateTimeOffset ResetsAt(DateTimeOffset now)
    {
        Forget(now);
        return _ended.Count > 0 ? _ended[0] + Limit.Window : now;
    }

    // A call in flight counts as if it ended now; a time in the future means that the clock was set back.
    private DateTimeOffset At(int index, DateTimeOffset now) => index < _ended.Count && _ended[index] < now ? _ended[index] : now;

    private void Forget(DateTimeOffset now)
    {
        var horizon = now - Limit.Window;
        var old = _ended.FindIndex(e => e > horizon);
        if (old != 0) _ended.RemoveRange(0, old < 0 ? _ended.Count : old);
    }
}
