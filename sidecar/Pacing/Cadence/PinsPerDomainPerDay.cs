namespace Connector.Pacing.Cadence;

/// <summary>At most so many pins that link to one domain in any 24 hours.</summary>
internal sealed record PinsPerDomainPerDay(int Pins) : CountLimit("pins_per_domain_per_day", Pins, TimeSpan.FromDays(1))
{
    public override bool IsPartitioned => true;

    public override string? PartitionOf(PacedPin pin) => pin.LinkDomain;

    public override string Explain(string partition) =>
        $"At most {Pins} pins in 24 hours link to {partition} (the account's setting pins_per_domain_per_day).";
}
