namespace Connector.Pacing.Cadence;

/// <summary>At most so many pins on one board in any 7 days.</summary>
internal sealed record PinsPerBoardPerWeek(int Pins) : CountLimit("pins_per_board_per_week", Pins, TimeSpan.FromDays(7))
{
    public override bool IsPartitioned => true;

    public override string? PartitionOf(PacedPin pin) => pin.BoardId;

    public override string Explain(string partition) =>
        $"Board {partition} takes at most {Pins} pins in 7 days (the account's setting pins_per_board_per_week).";
}
