namespace Connector.Seasons;

/// <summary>
/// The season of a pin, in days of its account's time zone: its event, how many days before it the season begins, its first and its last
/// day, and whether the pin goes, or went, after the last.
/// </summary>
public sealed record Season(DateOnly EventDate, int LeadDays, DateOnly Earliest, DateOnly Latest, bool IsLate)
{
    internal static Season Of(SeasonWindow window, DateTimeOffset goesAt) =>
        new(window.EventDate, window.LeadDays, window.Earliest, window.Latest, window.IsLateAt(goesAt));
}
