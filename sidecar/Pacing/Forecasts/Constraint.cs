namespace Connector.Pacing.Forecasts;

/// <summary>
/// What some pins of a queue wait for: the end of the create on their board (no rule), or a rule that lets one start at a time.
/// </summary>
internal sealed class Constraint(string rule, string part)
{
    public string Rule => rule;

    /// <summary>The board, or what the rule counts together.</summary>
    public string Part => part;

    public bool IsRule => rule != "";

    /// <summary>The rule in words, as it last delayed a pin.</summary>
    public string? Why { get; set; }

    public PriorityQueue<PacedPin, PinPlace> Waiting { get; } = new();

    /// <summary>Whether the release of its first pin is scheduled.</summary>
    public bool IsReleasing { get; set; }
}

/// <summary>A pin that may be able to start, and the constraint that released it, if one did.</summary>
internal readonly record struct StartCandidate(PacedPin Pin, Constraint? ReleasedBy);
