namespace Connector.Metrics;

/// <summary>What Pinterest measured for an account.</summary>
/// <param name="Days">Each day that was asked for, the oldest first.</param>
/// <param name="CompleteThrough">The last day whose numbers are final; null when that is not known.</param>
/// <param name="Top">The best pins, the best first.</param>
public sealed record InsightsReading(
    IReadOnlyList<InsightsDay> Days, DateOnly? CompleteThrough, IReadOnlyList<InsightsPin> Top);

/// <summary>One day by metric; a number that is not known is null, and one of a day that is not final may still change.</summary>
public sealed record InsightsDay(DateOnly Date, bool IsFinal, IReadOnlyDictionary<string, decimal?> Numbers);

/// <summary>One of the best pins; its id is ours where the connector published it.</summary>
public sealed record InsightsPin(string? PinId, string PinterestPinId, IReadOnlyDictionary<string, decimal?> Numbers);
