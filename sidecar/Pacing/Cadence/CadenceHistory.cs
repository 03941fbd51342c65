namespace Connector.Pacing.Cadence;

/// <summary>An account's rules and the pins they count; not thread-safe.</summary>
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

    /// <summary>A pin is published; told twice of the same time it counts once, and one published again counts again.</summary>
    public void Add(PacedPin pin, DateTimeOffset at)
    {
        foreach (var rule in Rules)
        {
            if (rule.Memory == TimeSpan.Zero || rule.PartOf(pin) is not { } part) continue;

            if (!_published.TryGetValue((rule, part), out var published)) _published[(rule, part)] = published = [];
            if (Knows(published, pin.Id, at)) continue;
            // Half at a time, so that a long list is not moved for every pin.
            if (published.Count > 1 && published[published.Count / 2].At <= at - rule.Memory) published.RemoveRange(0, published.Count / 2);
            published.Add(new RecentPublish(pin.Id, at));
        }
    }

    /// <summary>How many pins a rule for all counts.</summary>
    public IReadOnlyList<RecentPublish> Counted(CadenceRule rule, DateTimeOffset now) =>
        _published.TryGetValue((rule, ""), out var published) ? published.FindAll(each => each.At > now - rule.Memory) : [];

    /// <summary>The clock was set by that much: pins keep their age.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var published in _published.Values)
            for (var i = 0; i < published.Count; i++) published[i] = published[i] with { At = published[i].At + by };
    }

    public CadenceHistory Copy(IReadOnlyList<CadenceRule>? only = null)
    {
        var copy = new CadenceHistory(only ?? Rules);
        foreach (var (key, published) in _published)
            if (copy.Rules.Contains(key.Rule)) copy._published[key] = [.. published];
        return copy;
    }

    // Oldest first, so that only the last few are looked at.
    private static bool Knows(List<RecentPublish> published, string id, DateTimeOffset at)
    {
        for (var i = published.Count - 1; i >= 0 && published[i].At >= at; i--)
            if (published[i].Id == id) return true;
        return false;
    }

    private RuleResult Later(RuleResult last, CadenceRule rule, string part, DateTimeOffset now)
    {
        var at = rule.NextAt(_published.TryGetValue((rule, part), out var published) ? published : [], now);
        return at > last.At ? new RuleResult(at, rule, part) : last;
    }
}

/// <summary>The latest time that rules allow, and the one that asks for it; none when it is now.</summary>
internal readonly record struct RuleResult(DateTimeOffset At, CadenceRule? Rule, string Part);
