namespace Connector.Replicas;

/// <summary>Until when this process may send in the names of its accounts: well before others take them over.</summary>
/// <remarks>
/// Both clocks are asked: the monotonic one may stand while the machine is suspended, and the other one may be set back.
/// </remarks>
internal sealed class SendDeadline(TimeProvider clock)
{
    private sealed record Until(long Timestamp, DateTimeOffset Time);

    private volatile Until? _until;

    public bool IsAhead => _until is { } until && clock.GetTimestamp() < until.Timestamp && clock.GetUtcNow() < until.Time;

    /// <summary>
    /// The lease was renewed by a request that began then; a tenth of it is kept for what lies between asking and sending.
    /// </summary>
    public void Renewed((long Timestamp, DateTimeOffset Time) begun, TimeSpan lease)
    {
        var usable = 0.9 * lease;
        _until = new Until(begun.Timestamp + (long)(usable.TotalSeconds * clock.TimestampFrequency), begun.Time + usable);
    }

    /// <summary>What a request that begins now has to hand over.</summary>
    public (long Timestamp, DateTimeOffset Time) Now => (clock.GetTimestamp(), clock.GetUtcNow());

    public void Over() => _until = null;
}
