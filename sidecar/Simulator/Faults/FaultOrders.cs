using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Faults;

/// <summary>The faults that are still to happen, in the order they were ordered.</summary>
internal sealed class FaultOrders(TimeProvider clock)
{
    private const double UsualSeconds = 60;
    private readonly Lock _gate = new();
    private readonly List<Standing> _orders = [];

    /// <summary>What is left of each.</summary>
    public IReadOnlyList<FaultOrder> Open
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (_gate) return [.. _orders.Where(standing => !standing.IsOver(now)).Select(standing => standing.Rest(now))];
        }
    }

    /// <summary>The order as taken, with what it left open filled in.</summary>
    public FaultOrder Add(FaultOrder order)
    {
        if (!KnownFaults.All.TryGetValue(order.Fault, out var fault))
            throw new InvalidOrderException(
                "fault", [$"There is no fault '{order.Fault}'.", .. KnownFaults.All.Select(each => $"{each.Key}: {each.Value.What}")]);

        var taken = order with
        {
            Operation = order.Operation ?? fault.Operation,
            Times = order.Times ?? (fault.Lasts && order.Seconds is not null ? null : 1),
        };
        lock (_gate) _orders.Add(new Standing(taken, fault, TimeSpan.FromSeconds(order.Seconds ?? UsualSeconds), clock.GetUtcNow()));
        return taken;
    }

    public void Clear() => Clear(_ => true);

    public void Clear(Predicate<string> account)
    {
        lock (_gate) _orders.RemoveAll(standing => account(standing.Order.Account));
    }

    /// <summary>
    /// Serves a call through whatever is ordered for it; a fault behind one that never lets the call through waits for the next.
    /// </summary>
    public Task<SimulatorResponse> RunAsync(SimulatedCall call, Func<Task<SimulatorResponse>> serve)
    {
        lock (_gate)
        {
            var path = serve;
            foreach (var standing in _orders.Where(standing => standing.Befalls(call)).DistinctBy(
                standing => standing.Order.Fault).Reverse())
            {
                var rest = path;
                path = () => Strikes(standing) ? standing.Fault.Run(call, standing.Order, standing.Left(clock.GetUtcNow()), rest) : rest();
            }

            return path();
        }
    }

    private bool Strikes(Standing standing)
    {
        lock (_gate)
        {
            var strikes = !standing.IsOver(clock.GetUtcNow()) && standing.Chance.NextDouble() < standing.Order.Probability;
            if (strikes) standing.Times--;
            if (standing.IsOver(clock.GetUtcNow())) _orders.Remove(standing);
            return strikes;
        }
    }

    private sealed class Standing(FaultOrder order, Fault fault, TimeSpan length, DateTimeOffset since)
    {
        public FaultOrder Order { get; } = order;
        public Fault Fault { get; } = fault;
        public Random Chance { get; } = new(order.Seed);

        /// <summary>How often it may still strike; without a number as often as it can.</summary>
        public int? Times { get; set; } = order.Times;

        private DateTimeOffset? Until { get; } = fault.Lasts ? since + length : null;

        public bool Befalls(SimulatedCall call) =>
            call.Account.IsCalled(Order.Account) && Order.AppliesTo(call.Operation) && Fault.Concerns(call);

        public bool IsOver(DateTimeOffset now) => Times == 0 || Until <= now;

        public TimeSpan Left(DateTimeOffset now) => Until is { } until ? until - now : length;

        public FaultOrder Rest(DateTimeOffset now) =>
            Order with { Times = Times, Seconds = Until is null ? Order.Seconds : Math.Round(Left(now).TotalSeconds, 3) };
    }
}
