namespace Connector.Pins.Lifecycle;

/// <summary>A pin taken for publishing, and its open attempt.</summary>
internal sealed record Claim(string AttemptId, DateTimeOffset At, PinRow Pin)
{
    /// <summary>The number under which this process held the account.</summary>
    public long Fence { get; init; }

    /// <summary>An older claim must not be sent: while its process was suspended, another may have taken over.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);
}

/// <summary>An attempt that is about to be opened.</summary>
internal sealed record NewAttempt(string Id, string AccountId, string PinId, DateTimeOffset StartedAt)
{
    /// <summary>Pinterest's time agreed with ours.</summary>
    public required bool ClockConfirmed { get; init; }

    /// <summary>The status that the account must still have; null when it makes no difference.</summary>
    public string? AccountStatus { get; init; }
}

/// <summary>An attempt and its pin: a pin's state changes only through the attempt that it names.</summary>
internal readonly record struct AttemptKey(string AttemptId, string PinId);
