using Connector.Pins;

namespace Connector.Imports.Mapping;

/// <summary>What is to become of a row: pins, nothing, or an error.</summary>
internal sealed record RowPlan(long Row, string? Key)
{
    public IReadOnlyList<CreatePinRequest> Pins { get; init; } = [];

    /// <summary>Why the row is left out.</summary>
    public string? Skipped { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public string? Problem { get; init; }
}
