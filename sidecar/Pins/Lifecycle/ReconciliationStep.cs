namespace Connector.Pins.Lifecycle;

/// <summary>What follows from the lookups so far.</summary>
/// <param name="Conclusion">One of <see cref="AttemptConclusion"/>; null when another lookup is needed.</param>
/// <param name="PinterestPinId">The pin that was found.</param>
/// <param name="NextLookup">How long to wait for the next lookup.</param>
/// <param name="Reason">In words.</param>
internal sealed record ReconciliationStep(string? Conclusion, string? PinterestPinId, TimeSpan NextLookup, string Reason);
