namespace Connector.Seasons;

/// <summary>The season of a pin, in days of its account's time zone.</summary>
public sealed record Season
{
    /// <summary>The day of its event.</summary>
    public required DateOnly EventDate { get; init; }
    /// <summary>How many days before it the season begins.</summary>
    public required int LeadDays { get; init; }
    /// <summary>The first day of the season.</summary>
    public required DateOnly Earliest { get; init; }
    /// <summary>Its last day.</summary>
    public required DateOnly Latest { get; init; }
    /// <summary>Whether the pin goes, or went, after the last day.</summary>
    public required bool IsLate { get; init; }

    internal static Season Of(SeasonWindow window, DateTimeOffset goesAt) => new()
    {
        EventDate = window.EventDate,
        LeadDays = window.LeadDays,
        Earliest = window.Earliest,
        Latest = window.Latest,
        IsLate = window.IsLateAt(goesAt),
    };
}
