namespace Connector.Pacing.Cadence;

/// <summary>So many days between two pins with the same link.</summary>
internal sealed record DaysBetweenSameLink(int Days) : CountLimit("days_between_same_link", 1, TimeSpan.FromDays(Days))
{
    public override bool IsPartitioned => true;

    public override string? PartitionOf(PacedPin pin) =>
        pin.LinkUrl is not { } link || (!link.EndsWith('/') && !link.Contains('#', StringComparison.Ordinal))
            ? pin.LinkUrl
            : link.Split('#')[0].TrimEnd('/');

    public override string Explain(string partition) =>
        $"A pin with the same link went out less than {Days} {(Days == 1 ? "day" : "days")} before "
            + "(the account's setting days_between_same_link).";
}
