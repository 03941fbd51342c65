namespace Connector.Pacing.Cadence;

/// <summary>An account's rules and the pins they count; not thread-safe.</summary>
internal sealed class CadenceHistory(IReadOnlyList<CadenceRule> rules)
{
    private readonly Dictionary<(CadenceRule Rule, string Partition), List<RecentPublish>> _published = [];
    private readonly CadenceRule[] _forAll = [.. rules.Where(rule => !rule.IsPartitioned)];
    private readonly CadenceRule[] _partitioned = [.. rules.Where(rule => rule.IsPartitioned)];

    public IReadOnlyList<CadenceRule> Rules { get; } = rules;

    /// <summary>How long a published pin counts for any of the rules.</summary>
    public TimeSpan Lookback => Rules.Select(rule => rule.Lookback).DefaultIfEmpty().Max();

    /// <summary>What the rules that concern every pin say.</summary>
    public RuleResult ForAll(DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var rule in _forAll) last = Later(last, rule, "", now);
        return last;
    }

    /// <summary>What the partitioned rules say: those of the pin's board, link and domain.</summary>
    public RuleResult ForPin(PacedPin pin, DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var rule in _partitioned)
            if (rule.PartitionOf(pin) is { } partition) last = Later(last, rule, partition, now);
        return last;
    }

    /// <summary>Counts a published pin; the same pin at the same time counts once, and one published again counts again.</summary>
    public void Add(PacedPin pin, DateTimeOffset at)
    {
        foreach (var rule in Rules)
        {
            if (rule.Lookback == TimeSpan.Zero || rule.PartitionOf(pin) is not { } partition) continue;

            if (!_published.TryGetValue((rule, partition), out var published)) _published[(rule, partition)] = published = [];
            if (Contains(published, pin.Id, at)) continue;
            // Half at a time, so that a long list is not shifted for every pin.
            var half = published.Count / 2;
            if (half > 0 && published[half].At <= at - rule.Lookback) published.RemoveRange(0, half);
            published.Add(new RecentPublish(pin.Id, at));
        }
    }

    /// <summary>The pins that a rule for every pin counts.</summary>
    public IReadOnlyList<RecentPublish> Counted(CadenceRule rule, DateTimeOffset now) =>
        _published.TryGetValue((rule, ""), out var published) ? published.FindAll(each => each.At > now - rule.Lookback) : [];

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

    // Oldest first, so that only the last few are compared.
    private static bool Contains(List<RecentPublish> published, string id, DateTimeOffset at)
    {
        for (var i = published.Count - 1; i >= 0 && published[i].At >= at; i--)
            if (published[i].Id == id) return true;
        return false;
    }

    private RuleResult Later(RuleResult last, CadenceRule rule, string partition, DateTimeOffset now)
    {
        var at = rule.NextAt(_published.TryGetValue((rule, partition), out var published) ? published : [], now);
        return at > last.At ? new RuleResult(at, rule, partition) : last;
    }
}

/// <summary>The latest time that rules allow, and the one that asks for it; none when it is now.</summary>
internal readonly record struct RuleResult(DateTimeOffset At, CadenceRule? Rule, string Partition);
