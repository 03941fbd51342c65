namespace Connector.Pacing.Cadence;

/// <summary>A rule and the pins that it counts, by its partitions; a rule for every pin has one. Not thread-safe.</summary>
internal sealed class RuleHistory(CadenceRule rule)
{
    private readonly Dictionary<string, List<RecentPublish>> _published = [];

    // The last partition that was asked for: a rule for every pin knows no other.
    private string? _lastPartition;
    private List<RecentPublish> _last = [];

    public CadenceRule Rule => rule;

    /// <summary>The later of what was found so far and what this rule says.</summary>
    public RuleResult Later(RuleResult last, string partition, DateTimeOffset now)
    {
        var at = rule.NextAt(Of(partition), now);
        return at > last.At ? new RuleResult(at, rule, partition) : last;
    }

    public void Add(PacedPin pin, DateTimeOffset at)
    {
        if (rule.Lookback == TimeSpan.Zero || rule.PartitionOf(pin) is not { } partition) return;

        if (!_published.TryGetValue(partition, out var published)) _published[partition] = published = [];
        if (_lastPartition == partition) _last = published;
        if (Contains(published, pin.Id, at)) return;

        // Half at a time, so that a long list is not shifted for every pin.
        var half = published.Count / 2;
        if (half > 0 && published[half].At <= at - rule.Lookback) published.RemoveRange(0, half);
        // One that was counted for another board meanwhile may be older than the last.
        var place = published.Count;
        while (place > 0 && published[place - 1].At > at) place--;
        published.Insert(place, new RecentPublish(pin.Id, at));
    }

    public void Remove(PacedPin pin, DateTimeOffset at)
    {
        if (rule.PartitionOf(pin) is { } partition && _published.TryGetValue(partition, out var published))
            published.Remove(new RecentPublish(pin.Id, at));
    }

    /// <summary>What a rule for every pin counts.</summary>
    public IReadOnlyList<RecentPublish> Counted(DateTimeOffset now) => Of("").FindAll(each => each.At > now - rule.Lookback);

    public void Shift(TimeSpan by)
    {
        foreach (var published in _published.Values)
            for (var i = 0; i < published.Count; i++) published[i] = published[i] with { At = published[i].At + by };
    }

    public RuleHistory Copy()
    {
        var copy = new RuleHistory(rule);
        foreach (var (partition, published) in _published) copy._published[partition] = [.. published];
        return copy;
    }

    private List<RecentPublish> Of(string partition)
    {
        if (_lastPartition != partition) (_lastPartition, _last) = (partition, _published.GetValueOrDefault(partition) ?? []);
        return _last;
    }

    // Oldest first, so that only the last few are compared.
    private static bool Contains(List<RecentPublish> published, string id, DateTimeOffset at)
    {
        for (var i = published.Count - 1; i >= 0 && published[i].At >= at; i--)
            if (published[i].Id == id) return true;
        return false;
    }
}

/// <summary>The latest time that rules allow, and the one that asks for it; none when it is now.</summary>
internal readonly record struct RuleResult(DateTimeOffset At, CadenceRule? Rule, string Partition);
