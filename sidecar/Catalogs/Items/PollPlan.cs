namespace Connector.Catalogs.Items;

/// <summary>When a batch is asked for again: soon at first, then ever more seldom.</summary>
internal static class PollPlan
{
    /// <summary>A batch that Pinterest has not ended by then is given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>For so long Pinterest may not know a batch that it has just taken.</summary>
    public static readonly TimeSpan NotYetKnown = TimeSpan.FromMinutes(10);

    /// <param name="since">How long ago it was sent.</param>
    public static TimeSpan Wait(TimeSpan since) =>
        since < TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(10)
        : since < TimeSpan.FromMinutes(10) ? TimeSpan.FromSeconds(30)
        : since < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(2)
        : TimeSpan.FromMinutes(10);
}
