namespace Connector.Pacing.Cadence;

/// <summary>At most so many pins in any 24 hours.</summary>
internal sealed record PinsPerDay(int Pins) : CountLimit("pins_per_day", Pins, TimeSpan.FromDays(1))
{
    public override string Explain(string partition) =>
        $"This account publishes at most {Pins} pins in 24 hours (its setting pins_per_day).";
}
