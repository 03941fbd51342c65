namespace Connector.Publishing.Worker;

/// <summary>Whether an account has an outage: it begins with a share of failed attempts, and ends with probes that succeed.</summary>
internal sealed class OutageWatch(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private OutageDetector _detector = new(clock);
    private OutageProbes _probes;
    private bool _isOutage, _mayProbe;

    /// <summary>From its beginning to its end attempts are made one at a time.</summary>
    public bool IsOutage
    {
        get
        {
            lock (_gate) return _isOutage;
        }
    }

    /// <summary>The pause is over, and no probe has failed since.</summary>
    public bool MayProbe
    {
        get
        {
            lock (_gate) return _mayProbe;
        }
    }

    /// <summary>Pinterest answers again, to reads at least: attempts may find out about the rest.</summary>
    public void BeginProbes()
    {
        lock (_gate) (_isOutage, _mayProbe) = (true, true);
    }

    /// <summary>Records how an attempt ended, and says what that means for the account.</summary>
    public OutageChange Record(bool failed)
    {
        lock (_gate) return _isOutage ? Probed(failed) : Counted(failed);
    }

    private OutageChange Counted(bool failed)
    {
        _detector.Record(failed);
        if (_detector.Found is not { } found) return new OutageChange.None();

        (_isOutage, _mayProbe, _probes) = (true, false, default);
        return new OutageChange.Began(found.Count, found.Share);
    }

    private OutageChange Probed(bool failed)
    {
        _probes = _probes.With(failed);
        if (_probes.SayThatItGoesOn)
        {
            (_mayProbe, _probes) = (false, default);
            return new OutageChange.GoesOn();
        }

        if (!_probes.SayThatItIsOver) return new OutageChange.None();
        (_isOutage, _mayProbe, _probes, _detector) = (false, false, default, new OutageDetector(clock));
        return new OutageChange.Ended();
    }
}

/// <summary>What an attempt's end means for an account's outage.</summary>
internal abstract record OutageChange
{
    public sealed record None : OutageChange;

    public sealed record Began(int Failures, double Share) : OutageChange;

    public sealed record GoesOn : OutageChange;

    public sealed record Ended : OutageChange;
}
