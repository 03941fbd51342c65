using System.Globalization;
using Connector.Common;
using Connector.Console.Shell;
using Connector.Http;
using Connector.Pins;

namespace Connector.Console.Pages.Queue;

/// <summary>Reads what a form says of another time, and works out that time for each pin.</summary>
internal static class Moves
{
    private const int MostSteps = 2000;

    /// <summary>A time as the field of a form has it, on the clock of a pin's account.</summary>
    public static Func<Pin, TimeZoneInfo, DateTimeOffset, DateTimeOffset?> To(string text)
    {
        var shown = LocalClock.Read(text, "time");
        return (_, zone, _) => ZoneTime.When(shown, zone);
    }

    /// <summary>Some hours or days later, or earlier with a minus; a time that is past then means as soon as it may.</summary>
    public static Func<Pin, TimeZoneInfo, DateTimeOffset, DateTimeOffset?> By(string steps, string unit)
    {
        if (!int.TryParse(steps, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var by)
            || by is 0 or < -MostSteps or > MostSteps)
            throw Problems.Invalid("steps", $"must be a whole number from {-MostSteps} to {MostSteps}, and not 0.");
        if (unit is not ("hours" or "days")) throw Problems.Invalid("unit", "must be hours or days.");

        return (pin, zone, now) =>
        {
            var from = From(pin, now);
            var moved = unit == "hours" ? from.AddHours(by) : LocalClock.AddDays(from, by, zone);
            return moved > now ? moved : null;
        };
    }

    /// <summary>Counted from the time that it is to go, if that is to come; else from the one at which it is expected to.</summary>
    private static DateTimeOffset From(Pin pin, DateTimeOffset now) =>
        pin.PublishAt > now ? pin.PublishAt.Value : pin.Eta?.ExpectedAt ?? now;
}
