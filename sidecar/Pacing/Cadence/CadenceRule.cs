namespace Connector.Pacing.Cadence;

/// <summary>One rule of an account's cadence: when a pin may be published, by the pins published before. Pure.</summary>
/// <param name="Name">The setting it comes from.</param>
internal abstract record CadenceRule(string Name)
{
    /// <summary>How long a published pin counts.</summary>
    public virtual TimeSpan Memory => TimeSpan.Zero;

    /// <summary>Whether it counts some pins together and not all; then <see cref="PartOf"/> says which.</summary>
    public virtual bool IsPartial => false;

    /// <summary>What the rule counts the pin with; null when it does not concern the pin.</summary>
    public virtual string? PartOf(PacedPin pin) => "";

    /// <summary>
    /// The first time from <paramref name="now"/> at which the rule allows another pin; <paramref name="published"/> are those of its
    /// part, oldest first.
    /// </summary>
    public abstract DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now);

    /// <summary>The rule in words, for the person whose pin waits.</summary>
    public abstract string Explain(string part);
}

/// <summary>A pin that was published, or may have been.</summary>
internal readonly record struct RecentPublish(string Id, DateTimeOffset At);
