namespace Connector.Simulator.Faults;

/// <summary>An order that cannot be taken: which field is wrong, and why.</summary>
internal sealed class InvalidOrderException(string field, params string[] messages) : Exception(string.Join(" ", messages))
{
    public OrderMistake Mistake { get; } = new(field, messages);
}

/// <summary>A mistake in an order as it travels.</summary>
internal sealed record OrderMistake(string Field, IReadOnlyList<string> Messages);
