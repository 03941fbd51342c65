namespace Connector.Sources.Deciding;

/// <summary>How long to wait after a check that failed: doubling, up to a bound, and never sooner than the server asks.</summary>
internal static class CheckDelay
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5), Bound = TimeSpan.FromHours(6), Longest = TimeSpan.FromDays(7);

    // So that sources of one server do not all come back at the same moment.
    private const double Jitter = 0.2;

    /// <param name="failures">How often it failed in a row, this one too.</param>
    /// <param name="every">How often it is checked.</param>
    /// <param name="asked">How long its server asks to wait.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan After(long failures, TimeSpan every, TimeSpan? asked, double random)
    {
        var most = every > Bound ? every : Bound;
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        var wait = (doubled < most ? doubled : most) * (1 + (Jitter * random));
        if (asked > wait) wait = asked.Value;
        return wait < Longest ? wait : Longest;
    }
}
