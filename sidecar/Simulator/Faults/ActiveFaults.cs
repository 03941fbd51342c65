using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Faults;

/// <summary>The faults that will still happen, oldest rule first.</summary>
internal sealed class ActiveFaults(TimeProvider clock)
{
    private const double DefaultSeconds = 60;
    private readonly Lock _gate = new();
    private readonly List<ActiveRule> _rules = [];

    /// <summary>What is left of each rule.</summary>
    public IReadOnlyList<FaultRule> Remaining
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (_gate) return [.. _rules.Where(active => !active.IsOver(now)).Select(active => active.Remaining(now))];
        }
    }

    /// <summary>Returns the rule with its defaults filled in.</summary>
    public FaultRule Add(FaultRule rule)
    {
        if (!FaultCatalog.All.TryGetValue(rule.Fault, out var fault))
        {
            var known = FaultCatalog.All.Select(each => $"{each.Key}: {each.Value.Description}");
            throw new InvalidControlRequestException("fault", [$"There is no fault '{rule.Fault}'.", .. known]);
        }

        var complete = rule with
        {
            Operation = rule.Operation ?? fault.Operation,
            Times = rule.Times ?? (fault.Lasts && rule.Seconds is not null ? null : 1),
        };
        var length = TimeSpan.FromSeconds(rule.Seconds ?? DefaultSeconds);
        lock (_gate) _rules.Add(new ActiveRule(complete, fault, length, clock.GetUtcNow()));
        return complete;
    }

    public void Clear() => Clear(_ => true);

    public void Clear(Predicate<string> account)
    {
        lock (_gate) _rules.RemoveAll(active => account(active.Rule.Account));
    }

    /// <summary>Serves a call through every rule that matches it. A rule behind one that does not pass it on is not used up.</summary>
    public Task<SimulatorResponse> RunAsync(SimulatedCall call, Func<Task<SimulatorResponse>> serve)
    {
        lock (_gate)
        {
            var chain = serve;
            foreach (var active in _rules.Where(active => active.Matches(call)).DistinctBy(active => active.Rule.Fault).Reverse())
            {
                var next = chain;
                chain = () => TryUse(active) ? active.Fault.Run(call, active.Rule, active.Left(clock.GetUtcNow()), next) : next();
            }

            return chain();
        }
    }

    private bool TryUse(ActiveRule active)
    {
        lock (_gate)
        {
            var isUsed = !active.IsOver(clock.GetUtcNow()) && active.Random.NextDouble() < active.Rule.Probability;
            if (isUsed) active.TimesLeft--;
            if (active.IsOver(clock.GetUtcNow())) _rules.Remove(active);
            return isUsed;
        }
    }

    private sealed class ActiveRule(FaultRule rule, Fault fault, TimeSpan length, DateTimeOffset since)
    {
        public FaultRule Rule { get; } = rule;
        public Fault Fault { get; } = fault;
        public Random Random { get; } = new(rule.Seed);

        /// <summary>How often it may still happen; null is any number of times.</summary>
        public int? TimesLeft { get; set; } = rule.Times;

        private DateTimeOffset? Until { get; } = fault.Lasts ? since + length : null;

        public bool Matches(SimulatedCall call) =>
            call.Account.IsCalled(Rule.Account) && Rule.AppliesTo(call.Operation) && Fault.IsRelevant(call);

        public bool IsOver(DateTimeOffset now) => TimesLeft == 0 || Until <= now;

        public TimeSpan Left(DateTimeOffset now) => Until is { } until ? until - now : length;

        public FaultRule Remaining(DateTimeOffset now) =>
            Rule with { Times = TimesLeft, Seconds = Until is null ? Rule.Seconds : Math.Round(Left(now).TotalSeconds, 3) };
    }
}
