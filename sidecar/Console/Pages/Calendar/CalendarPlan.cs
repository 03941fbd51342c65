using Connector.Common;
using Connector.Console.Parts;
using Connector.Pins;

namespace Connector.Console.Pages.Calendar;

/// <summary>What a day of the calendar shows.</summary>
/// <param name="Day">Which.</param>
/// <param name="Tiles">In the order of their times.</param>
/// <param name="MoreOut">How many more went out than have a tile.</param>
/// <param name="MorePlanned">How many more are expected to go than have a tile.</param>
internal sealed record CalendarPlan(CalendarDay Day, IReadOnlyList<CalendarTile> Tiles, long MoreOut, long MorePlanned)
{
    public long Count => Tiles.Count + MoreOut + MorePlanned;
}

/// <summary>A pin at a time of the account's zone.</summary>
/// <param name="Pin">Which.</param>
/// <param name="Clock">The time of day there, such as 14:05.</param>
internal sealed record CalendarTile(Pin Pin, string Clock)
{
    public static CalendarTile Of(Pin pin, DateTimeOffset at, TimeZoneInfo zone) =>
        new(pin, ZoneTime.At(at, zone).ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture));

    public string State => Pin.PublishedAt is null ? "planned" : "went out";

    /// <summary>Of the stylesheet.</summary>
    public string Class => Pin.PublishedAt is null ? "hint" : "hint out";

    /// <summary>The event that it is for; null for none.</summary>
    public string? Season => Pin.Season is null ? null : SeasonText.Short(Pin.Season);

    public string Title => PinTitle.Of(Pin.Title);
}
