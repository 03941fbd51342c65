namespace Connector.Pins.Lifecycle;

/// <summary>What follows from the lookups so far.</summary>
/// <param name="Conclusion">One of <see cref="AttemptConclusion"/>; null to look again.</param>
/// <param name="PinterestPinId">The pin that was found.</param>
/// <param name="NextLook">How long to wait before looking again.</param>
/// <param name="Reason">In words.</param>
internal sealed record ReconciliationStep(string? Conclusion, string? PinterestPinId, TimeSpan NextLook, string Reason);
