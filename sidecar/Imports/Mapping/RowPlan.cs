using System.Collections.Immutable;
using Connector.Pins;

namespace Connector.Imports.Mapping;

/// <summary>What is to become of a row: pins, nothing, or an error.</summary>
internal sealed record RowPlan(long Row, string? Key)
{
    public IReadOnlyList<CreatePinRequest> Pins { get; init; } = [];

    /// <summary>The keys of those of its pins that an earlier row of the file has too.</summary>
    public IReadOnlySet<string> Repeated { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>
    /// Set when only one of its pins is to be made, that of the next picture without one: the key that the row has where only its first
    /// picture becomes a pin.
    /// </summary>
    public string? TakesNextOf { get; init; }

    /// <summary>Why the row is left out.</summary>
    public string? Skipped { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public string? Problem { get; init; }
}
