namespace Connector.Seasons;

/// <summary>
/// A date that many plan for, to be given as event_date: its key, its name, its day, the day on which people begin to search for it, and
/// the day by which its pins should begin to go.
/// </summary>
public sealed record SeasonDate(string Key, string Name, DateOnly Date, DateOnly Earliest, DateOnly StartBy);
