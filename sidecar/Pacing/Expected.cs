namespace Connector.Pacing;

/// <summary>
/// When a pin is expected to be published, how many of its account's are published up to then, and the rule that decides, if any.
/// </summary>
internal sealed record Expected(DateTimeOffset At, int Position, string? Rule, string? Why)
{
    /// <summary>The board it goes to.</summary>
    public string BoardId { get; init; } = "";
}
