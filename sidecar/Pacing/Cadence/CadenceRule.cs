namespace Connector.Pacing.Cadence;

/// <summary>One rule of an account's cadence: when a pin may be published, by the pins published before. Pure.</summary>
/// <param name="Name">The setting it comes from.</param>
internal abstract record CadenceRule(string Name)
{
    /// <summary>How long a published pin counts.</summary>
    public virtual TimeSpan Lookback => TimeSpan.Zero;

    /// <summary>Whether it counts each partition of the pins by itself, such as each board; see <see cref="PartitionOf"/>.</summary>
    public virtual bool IsPartitioned => false;

    /// <summary>The partition in which the rule counts the pin; null when it does not concern the pin.</summary>
    public virtual string? PartitionOf(PacedPin pin) => "";

    /// <summary>
    /// The first time from <paramref name="now"/> at which the rule allows another pin; <paramref name="published"/> are those of its
    /// partition, oldest first.
    /// </summary>
    public abstract DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now);

    /// <summary>The rule in words, for the person whose pin waits.</summary>
    public abstract string Explain(string partition);
}

/// <summary>A pin that was published, or may have been.</summary>
internal readonly record struct RecentPublish(string Id, DateTimeOffset At);
