namespace Connector.Pins.Lifecycle;

/// <summary>How an attempt ended, and what follows for its pin.</summary>
internal sealed record AttemptResult
{
    /// <summary>One of <see cref="AttemptOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>What becomes of the pin.</summary>
    public required NextAction Next { get; init; }

    /// <summary>What happened, in Pinterest's words where there are any.</summary>
    public string? Message { get; init; }

    public int? HttpStatus { get; init; }
    public int? PinterestCode { get; init; }
    public string? RequestId { get; init; }
    public string? PinterestPinId { get; init; }

    public string? ErrorCode { get; init; }
    public string? ErrorRemediation { get; init; }
    public bool? Retryable { get; init; }

    /// <summary>For <see cref="NextAction.Retry"/>: not before then, and whether it costs one of the pin's tries.</summary>
    public TimeSpan Delay { get; init; }
    public bool UsesRetry { get; init; }

    /// <summary>Pinterest or the network failed, rather than refused; repeated, it holds the account.</summary>
    public bool IsOutage { get; init; }
}

/// <summary>What becomes of a pin after an attempt.</summary>
internal enum NextAction
{
    /// <summary>It is on Pinterest.</summary>
    Published,

    /// <summary>Back into the queue, after a delay.</summary>
    Retry,

    /// <summary>Refused for good.</summary>
    Fail,

    /// <summary>Nobody can say whether Pinterest has it: its board is read to find out.</summary>
    Reconcile,

    /// <summary>Back into the queue; its account is held until a person acts or the hold is over.</summary>
    Hold,
}
