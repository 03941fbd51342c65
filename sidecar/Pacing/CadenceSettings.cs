using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Connector.Pacing;

/// <summary>How often an account wants to publish; a rule moves pins and never drops or fails one. Null means no such rule.</summary>
public record CadenceSettings
{
    /// <summary>Pins in any 24 hours.</summary>
    [Range(1, 100_000)]
    public int? PinsPerDay { get; init; } = 50;

    /// <summary>Seconds between two pins, at least.</summary>
    [Range(0, 604_800)]
    public int MinGapSeconds { get; init; }

    /// <summary>Makes each gap longer by a random part of it, at most so many per cent.</summary>
    [Range(0, 100)]
    public int JitterPercent { get; init; }

    /// <summary>Pins on one board in any 7 days.</summary>
    [Range(1, 100_000)]
    public int? PinsPerBoardPerWeek { get; init; }

    /// <summary>Days between two pins with the same link_url; a fragment or a slash at its end makes no difference.</summary>
    [Range(1, 365)]
    public int? DaysBetweenSameLink { get; init; }

    /// <summary>Pins that link to one domain in any 24 hours; www. makes no difference.</summary>
    [Range(1, 100_000)]
    public int? PinsPerDomainPerDay { get; init; }

    /// <summary>Hours of the day, in time_zone, in which nothing goes out.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>Days on which pins go out, in time_zone: mon, tue, wed, thu, fri, sat, sun.</summary>
    public IReadOnlyList<Weekday>? Weekdays { get; init; }

    /// <summary>Name of the IANA time zone of quiet_hours and weekdays, such as Europe/Berlin.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How far to stay below Pinterest's limits, in per cent.</summary>
    [Range(0, 50)]
    public int SafetyMarginPercent { get; init; } = 5;
}

/// <summary>From one time of day to another, as 22:00; over midnight when from is later than to.</summary>
public sealed record QuietHours([property: JsonRequired] TimeOnly From, [property: JsonRequired] TimeOnly To);

/// <summary>A day of the week.</summary>
public enum Weekday
{
    Sun, Mon, Tue, Wed, Thu, Fri, Sat,
}
