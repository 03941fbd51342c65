namespace Connector.Simulator.Faults;

/// <summary>A control request that cannot be carried out: which field is wrong, and why.</summary>
internal sealed class InvalidControlRequestException(string field, params string[] messages) : Exception(string.Join(" ", messages))
{
    public FieldError Error { get; } = new(field, messages);
}

/// <summary>A field of a control request that is wrong, as it is sent over HTTP.</summary>
internal sealed record FieldError(string Field, IReadOnlyList<string> Messages);
