using Connector.Common;

namespace Connector.Seasons;

/// <summary>When a pin for an event is of use: from some weeks before it, when people begin to search, to the end of its day.</summary>
/// <param name="EventDate">The day of the event.</param>
/// <param name="LeadDays">How many days before it the season begins.</param>
/// <param name="From">Where the season begins: the first moment of its first day.</param>
/// <param name="Until">Where it is over: the first moment after the event's day.</param>
internal sealed record SeasonWindow(DateOnly EventDate, int LeadDays, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Pinterest says that people begin to search 60 to 90 days ahead.</summary>
    public const int DefaultLeadDays = 75;

    public const int MostLeadDays = 180;

    public DateOnly Earliest => EventDate.AddDays(-LeadDays);

    public DateOnly Latest => EventDate;

    /// <param name="eventDate">From the year 2000 on.</param>
    /// <param name="leadDays">1 to 180; null for 75.</param>
    /// <param name="zone">Whose days they are: that of the account.</param>
    public static SeasonWindow Of(DateOnly eventDate, int? leadDays, TimeZoneInfo zone)
    {
        var days = leadDays ?? DefaultLeadDays;
        return new(eventDate, days, ZoneTime.StartOf(eventDate.AddDays(-days), zone), ZoneTime.StartOf(eventDate.AddDays(1), zone));
    }

    public bool IsLateAt(DateTimeOffset time) => time >= Until;
}
