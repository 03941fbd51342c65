namespace Connector.Accounts.Tokens;

/// <summary>When a person is warned that an account's tokens end: 14, 7 and 1 days before.</summary>
internal static class ReconnectWarning
{
    private static readonly long[] Days = [1, 7, 14];

    /// <summary>The warning that is due by now: so many days before; null before the first, and when their end is not known.</summary>
    public static long? Stage(DateTimeOffset? endAt, DateTimeOffset now)
    {
        if (endAt is not { } end) return null;
        foreach (var days in Days)
            if (end - now <= TimeSpan.FromDays(days)) return days;
        return null;
    }

    /// <summary>Whether that warning is a new one.</summary>
    public static bool IsNew(long stage, long? warned) => warned is null || stage < warned;

    /// <summary>Whole days until then, rounded up.</summary>
    public static long DaysLeft(DateTimeOffset endAt, DateTimeOffset now) => (long)Math.Ceiling((endAt - now).TotalDays);
}
