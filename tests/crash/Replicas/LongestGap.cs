namespace Connector.Crash.Replicas;

/// <summary>What an account could do at a moment.</summary>
internal enum QueueState
{
    /// <summary>No pin is due.</summary>
    Empty,

    /// <summary>Pins are due, and the limits leave no room for another.</summary>
    AtLimit,

    /// <summary>A pin is due and may be sent.</summary>
    CanSend,
}

/// <summary>
/// How long an account could send and nothing of it arrived. At its limit the time stands still; it begins anew when something arrives or
/// nothing is due.
/// </summary>
internal sealed class LongestGap
{
    private readonly Dictionary<string, TimeSpan> _now = [];

    public TimeSpan Longest { get; private set; }

    /// <summary>What was seen after so much time; returns the gaps that are over.</summary>
    public List<KeyValuePair<string, TimeSpan>> Add(
        TimeSpan span, IReadOnlyDictionary<string, QueueState> states, IReadOnlyCollection<string> sent)
    {
        var over = new List<KeyValuePair<string, TimeSpan>>();
        foreach (var (account, state) in states)
        {
            var before = _now.GetValueOrDefault(account);
            var gap = state switch
            {
                _ when sent.Contains(account) => default,
                QueueState.Empty => default,
                QueueState.AtLimit => before,
                _ => before + span,
            };
            _now[account] = gap;
            if (gap > Longest) Longest = gap;
            if (gap < before) over.Add(new(account, before));
        }

        return over;
    }

    /// <summary>The database did not answer, so the time does not count; what arrived all the same does.</summary>
    public void Skip(IReadOnlyCollection<string> sent)
    {
        foreach (var account in sent) _now.Remove(account);
    }
}
