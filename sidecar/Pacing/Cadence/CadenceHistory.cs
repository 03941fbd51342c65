namespace Connector.Pacing.Cadence;

/// <summary>An account's rules and the pins they count. Not thread-safe.</summary>
internal sealed class CadenceHistory(IReadOnlyList<CadenceRule> rules)
{
    private readonly Dictionary<(CadenceRule Rule, string Part), List<RecentPublish>> _published = [];
    private readonly CadenceRule[] _forAll = [.. rules.Where(rule => !rule.IsPartial)], _forSome = [.. rules.Where(rule => rule.IsPartial)];

    public IReadOnlyList<CadenceRule> Rules { get; } = rules;

    /// <summary>How far back pins count.</summary>
    public TimeSpan Memory => Rules.Select(rule => rule.Memory).DefaultIfEmpty().Max();

    /// <summary>What the rules that concern every pin say.</summary>
    public RuleResult ForAll(DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var rule in _forAll) last = Later(last, rule, "", now);
        return last;
    }

    /// <summary>What the rules say that count the pin with some others: its board's, its link's.</summary>
    public RuleResult ForPin(PacedPin pin, DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var rule in _forSome)
            if (rule.PartOf(pin) is { } part) last = Later(last, rule, part, now);
        return last;
    }

    /// <summary>A pin goes; said twice of the same time it counts once, and one that goes again counts again.</summary>
    public void Add(PacedPin pin, DateTimeOffset at)
    {
        foreach (var rule in Rules)
        {
            if (rule.Memory == TimeSpan.Zero || rule.PartOf(pin) is not { } part) continue;

            if (!_published.TryGetValue((rule, part), out var gone)) _published[(rule, part)] = gone = [];
            if (Knows(gone, pin.Id, at)) continue;
            // Half at a time, so that a long list is not moved for every pin.
            if (gone.Count > 1 && gone[gone.Count / 2].At <= at - rule.Memory) gone.RemoveRange(0, gone.Count / 2);
            gone.Add(new RecentPublish(pin.Id, at));
        }
    }

    /// <summary>How many pins a rule for all counts.</summary>
    public IReadOnlyList<RecentPublish> Counted(CadenceRule rule, DateTimeOffset now) =>
        _published.TryGetValue((rule, ""), out var gone) ? gone.FindAll(each => each.At > now - rule.Memory) : [];

    /// <summary>The clock was set: what went keeps its distance from now.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var gone in _published.Values)
            for (var i = 0; i < gone.Count; i++) gone[i] = gone[i] with { At = gone[i].At + by };
    }

    public CadenceHistory Copy(IReadOnlyList<CadenceRule>? only = null)
    {
        var copy = new CadenceHistory(only ?? Rules);
        foreach (var (key, gone) in _published)
            if (copy.Rules.Contains(key.Rule)) copy._published[key] = [.. gone];
        return copy;
    }

    // Oldest first, so that only the last few are looked at.
    private static bool Knows(List<RecentPublish> gone, string id, DateTimeOffset at)
    {
        for (var i = gone.Count - 1; i >= 0 && gone[i].At >= at; i--)
            if (gone[i].Id == id) return true;
        return false;
    }

    private RuleResult Later(RuleResult last, CadenceRule rule, string part, DateTimeOffset now)
    {
        var at = rule.NextAt(_published.TryGetValue((rule, part), out var gone) ? gone : [], now);
        return at > last.At ? new RuleResult(at, rule, part) : last;
    }
}

/// <summary>The latest time that rules allow, and the one that asks for it; none when it is now.</summary>
internal readonly record struct RuleResult(DateTimeOffset At, CadenceRule? Rule, string Part);
