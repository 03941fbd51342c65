using Connector.Pacing.Limits;

namespace Connector.Pacing;

/// <summary>From the choice of a pin to its claim: its pace is taken first, and counts until the database says what became of it.</summary>
internal sealed partial class PaceLedger
{
    private readonly ChosenPins _chosen = new();
    private readonly Tightenings _tightened = new();

    /// <summary>
    /// Counts the create of a pin at the time of the answer, if the limits and the account's own rules allow it now. Several attempts of an
    /// account ask at once, so all is decided and counted under one lock.
    /// </summary>
    public PaceDecision TryBegin(string accountId, PacedPin pin) => WithLock(accountId, pace =>
    {
        var now = _clock.GetUtcNow();
        var decision = pace.DecideAny(now);
        if (decision.IsNow) decision = pace.DecideAmong(pin, now);
        if (!decision.IsNow) return decision;

        pace.Begin(PublishedLimits.OrgWrite, now);
        // As the attempt has it, so that the same pin read from there counts once.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        pace.Cadence.Add(pin, at);
        _chosen.Add(accountId, new ChosenPin(pin, at));
        return PaceDecision.Now(at);
    });

    /// <summary>
    /// A pin that was counted is being published, as the database has it: it may have been edited since it was chosen. It changes only what
    /// is in memory, so that it cannot fail.
    /// </summary>
    public void Confirm(string accountId, ChosenPin chosen, PacedPin claimed) => Settle(accountId, chosen, pace =>
    {
        if (chosen.CountsLike(claimed)) return;

        pace.Cadence.Remove(chosen.Pin, chosen.At);
        pace.Cadence.Add(claimed, chosen.At);
    });

    /// <summary>A pin that was counted is not published; it cannot fail either.</summary>
    public void Release(string accountId, ChosenPin chosen) => Settle(accountId, chosen, pace =>
    {
        pace.Cadence.Remove(chosen.Pin, chosen.At);
        pace.Release(PublishedLimits.OrgWrite);
    });

    private void Settle(string accountId, ChosenPin chosen, Action<AccountPace> change)
    {
        lock (_gate)
        {
            _chosen.Remove(accountId, chosen);
            // What was forgotten meanwhile is read anew, with what the database has by then.
            if (_accounts.TryGetValue(accountId, out var pace)) change(pace);
        }
    }

    /// <summary>Tells at any time whether nothing was tightened since; it waits for nothing, so a transaction may ask it.</summary>
    public Func<bool> Standing(string accountId)
    {
        var before = _tightened.Of(accountId);
        return () => _tightened.Of(accountId) == before;
    }

    private void ReadCadence(string accountId, AccountPace pace, DateTimeOffset now)
    {
        _store.ReadCadence(accountId, pace, now);
        foreach (var chosen in _chosen.Of(accountId)) pace.Cadence.Add(chosen.Pin, chosen.At);
    }
}
