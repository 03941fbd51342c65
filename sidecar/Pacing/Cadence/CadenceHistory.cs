namespace Connector.Pacing.Cadence;

/// <summary>An account's rules and the pins they count; not thread-safe.</summary>
internal sealed class CadenceHistory
{
    private readonly RuleHistory[] _all, _forAll, _partitioned;

    public CadenceHistory(IReadOnlyList<CadenceRule> rules) : this([.. rules.Select(rule => new RuleHistory(rule))])
    {
    }

    private CadenceHistory(RuleHistory[] all)
    {
        (_all, Rules) = (all, [.. all.Select(each => each.Rule)]);
        _forAll = Array.FindAll(all, each => !each.Rule.IsPartitioned);
        _partitioned = Array.FindAll(all, each => each.Rule.IsPartitioned);
    }

    public IReadOnlyList<CadenceRule> Rules { get; }

    /// <summary>How long a published pin counts for any of the rules.</summary>
    public TimeSpan Lookback => Rules.Select(rule => rule.Lookback).DefaultIfEmpty().Max();

    /// <summary>What the rules that concern every pin say.</summary>
    public RuleResult ForAll(DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var history in _forAll) last = history.Later(last, "", now);
        return last;
    }

    /// <summary>What the partitioned rules say: those of the pin's board, link and domain.</summary>
    public RuleResult ForPin(PacedPin pin, DateTimeOffset now)
    {
        var last = new RuleResult(now, null, "");
        foreach (var history in _partitioned)
            if (history.Rule.PartitionOf(pin) is { } partition) last = history.Later(last, partition, now);
        return last;
    }

    /// <summary>Counts a published pin; the same pin at the same time counts once, and one published again counts again.</summary>
    public void Add(PacedPin pin, DateTimeOffset at)
    {
        foreach (var history in _all) history.Add(pin, at);
    }

    /// <summary>The pin was not published after all.</summary>
    public void Remove(PacedPin pin, DateTimeOffset at)
    {
        foreach (var history in _all) history.Remove(pin, at);
    }

    /// <summary>The pins that a rule for every pin counts.</summary>
    public IReadOnlyList<RecentPublish> Counted(CadenceRule rule, DateTimeOffset now) =>
        Array.Find(_all, each => each.Rule == rule)?.Counted(now) ?? [];

    /// <summary>The clock was set by that much: pins keep their age.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var history in _all) history.Shift(by);
    }

    /// <param name="only">The rules that are kept; null for all.</param>
    public CadenceHistory Copy(IReadOnlyList<CadenceRule>? only = null) =>
        new([.. _all.Where(each => only?.Contains(each.Rule) != false).Select(each => each.Copy())]);
}
