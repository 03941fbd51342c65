namespace Connector.Publishing.Worker;

/// <summary>The rule of a circuit breaker: it opens after three failures in a row; the more there are, the longer it stays open.</summary>
internal sealed class FailureStreak
{
    private const int FailuresToOpen = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Failures in a row.</summary>
    public int Count { get; private set; }

    public bool IsOpen => Count >= FailuresToOpen;

    /// <summary>How long until the next probe.</summary>
    public TimeSpan Pause
    {
        get
        {
            var pause = FirstPause * Math.Pow(2, Math.Clamp(Count - FailuresToOpen, 0, 8));
            return pause < LongestPause ? pause : LongestPause;
        }
    }

    public void Fail() => Count++;

    public void Close() => Count = 0;

    /// <summary>A probe succeeded: one more failure opens it again.</summary>
    public void HalfOpen() => Count = FailuresToOpen - 1;
}
