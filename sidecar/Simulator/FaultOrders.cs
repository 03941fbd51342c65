namespace Connector.Simulator;

/// <summary>The faults that are still to happen, in the order they were ordered.</summary>
internal sealed class FaultOrders(TimeProvider clock)
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromSeconds(60);
    private readonly Lock _gate = new();
    private readonly List<Standing> _orders = [];

    public IReadOnlyList<FaultOrder> Open
    {
        get
        {
            lock (_gate) return [.. _orders.Select(standing => standing.Order)];
        }
    }

    public void Add(FaultOrder order)
    {
        if (!Faults.All.TryGetValue(order.Fault, out var fault))
            throw new ArgumentException($"There is no fault '{order.Fault}'. There are: {string.Join(", ", Faults.All.Keys)}.", nameof(order));

        var length = order.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLength;
        var times = order.Times ?? (fault.Lasts && order.Seconds is not null ? int.MaxValue : 1);
        lock (_gate) _orders.Add(new Standing(order, fault, length, fault.Lasts ? clock.GetUtcNow() + length : null, times));
    }

    public void Clear()
    {
        lock (_gate) _orders.Clear();
    }

    /// <summary>Serves a call through whatever is ordered for it; a fault behind one that never lets the call through waits for the next.</summary>
    public Task<Answer> RunAsync(SimulatedCall call, Func<Task<Answer>> serve)
    {
        lock (_gate)
        {
            var path = serve;
            foreach (var standing in _orders.Where(standing => standing.Befalls(call)).DistinctBy(standing => standing.Order.Fault).Reverse())
            {
                var rest = path;
                path = () => Strikes(standing) ? standing.Fault.Run(call, standing.Order, Left(standing), rest) : rest();
            }

            return path();
        }
    }

    private bool Strikes(Standing standing)
    {
        lock (_gate)
        {
            var isOver = standing.Until <= clock.GetUtcNow() || standing.Times == 0;
            var strikes = !isOver && standing.Chance.NextDouble() < standing.Order.Probability;
            if (strikes) standing.Times--;
            if (isOver || standing.Times == 0) _orders.Remove(standing);
            return strikes;
        }
    }

    private TimeSpan Left(Standing standing) => standing.Until is { } until ? until - clock.GetUtcNow() : standing.Length;

    private sealed class Standing(FaultOrder order, Fault fault, TimeSpan length, DateTimeOffset? until, int times)
    {
        public FaultOrder Order { get; } = order;
        public Fault Fault { get; } = fault;
        public TimeSpan Length { get; } = length;
        public DateTimeOffset? Until { get; } = until;
        public int Times { get; set; } = times;
        public Random Chance { get; } = new(order.Seed);

        public bool Befalls(SimulatedCall call) =>
            call.Account.IsCalled(Order.Account) && (Order.Operation ?? Fault.Operation) is var operation
            && (operation == "*" || operation == call.Operation);
    }
}
