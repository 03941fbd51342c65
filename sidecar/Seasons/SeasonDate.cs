namespace Connector.Seasons;

/// <summary>A date that many plan for, to be given as event_date.</summary>
public sealed record SeasonDate
{
    /// <summary>The same in every year and country, such as valentines_day.</summary>
    public required string Key { get; init; }
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }
    /// <summary>Its day.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>The day on which people begin to search for it.</summary>
    public required DateOnly Earliest { get; init; }
    /// <summary>The day by which its pins should begin to go.</summary>
    public required DateOnly StartBy { get; init; }
}
