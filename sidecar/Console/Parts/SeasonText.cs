using System.Globalization;
using Connector.Seasons;

namespace Connector.Console.Parts;

/// <summary>The season of a pin in words.</summary>
internal static class SeasonText
{
    /// <summary>From its first day to its last, and whether the pin comes late.</summary>
    public static string Of(Season season) =>
        $"{Day(season.Earliest)} to {Day(season.Latest)}{(season.IsLate ? ": the pin is late for it" : "")}";

    /// <summary>The same where there is little room: the event's day alone.</summary>
    public static string Short(Season season) =>
        $"{(season.IsLate ? "late for" : "for")} {season.EventDate.ToString("d MMM", CultureInfo.InvariantCulture)}";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
