using System.Collections.Concurrent;

namespace Connector.Common;

/// <summary>
/// Decides which failures of one thing, such as a receiver, the log says: the first, then at most one an hour with their number, and once
/// that it works again.
/// </summary>
internal sealed class RepeatedFailures(TimeProvider clock)
{
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    // Each takes about a hundred bytes, and callers choose whom they name.
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, Spell> _spells = new();

    /// <summary>Counts a failure; returns what to say, or null while it was said a short time ago.</summary>
    public FailureCount? Failed(string name)
    {
        if (_spells.Count >= MostKnown) _spells.Clear();
        var spell = _spells.GetOrAdd(name, _ => new Spell());
        lock (spell) return spell.Failed(clock.GetUtcNow());
    }

    /// <summary>It works; returns the failures before, when they were said and have not been said to be over.</summary>
    public FailureCount? Succeeded(string name)
    {
        if (!_spells.TryGetValue(name, out var spell)) return null;
        lock (spell) return spell.Succeeded();
    }

    private sealed class Spell
    {
        private DateTimeOffset? _saidAt;
        private DateTimeOffset _since;
        private long _count;
        private bool _isSaid;

        public FailureCount? Failed(DateTimeOffset now)
        {
            if (_count++ == 0) _since = now;
            if (_saidAt is { } said && now - said < Quiet && now >= said) return null;

            (_saidAt, _isSaid) = (now, true);
            return new FailureCount(_count, _since);
        }

        public FailureCount? Succeeded()
        {
            var over = _isSaid ? new FailureCount(_count, _since) : null;
            (_count, _isSaid) = (0, false);
            return over;
        }
    }
}

/// <summary>How often something has failed, and since when.</summary>
internal sealed record FailureCount(long Count, DateTimeOffset Since);
