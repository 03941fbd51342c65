using Connector.Pacing;

namespace Connector.Seasons;

/// <summary>Spreads pins evenly over what is left of a season, counted in the hours in which their account publishes.</summary>
internal static class SeasonSpread
{
    /// <summary>The times in their order, the first at once or where the season begins; none when the season is over.</summary>
    /// <param name="season">Over which they are spread.</param>
    /// <param name="count">How many pins there are.</param>
    /// <param name="cadence">Its quiet hours, weekdays and time zone; the other rules count when a pin goes.</param>
    /// <param name="now">Nothing is before it.</param>
    public static IReadOnlyList<DateTimeOffset> Times(SeasonWindow season, int count, CadenceSettings cadence, DateTimeOffset now)
    {
        var from = season.From > now ? season.From : now;
        if (season.IsLateAt(from)) return [];

        var open = OpenHours.Between(from, season.Until, cadence).ToList();
        // Where the account publishes at no time that is left, each waits for the next by the account's rules.
        if (open.Count == 0) open.Add(new TimeSpanOfDay(from, season.Until));

        var total = open.Sum(span => span.Length.Ticks);
        return [.. Enumerable.Range(0, count).Select(index => At(open, (long)((Int128)total * index / count)))];
    }

    /// <summary>The minute in which so much of the open time is over.</summary>
    private static DateTimeOffset At(List<TimeSpanOfDay> open, long ticks)
    {
        var at = 0;
        while (at < open.Count - 1 && ticks >= open[at].Length.Ticks) ticks -= open[at++].Length.Ticks;
        var time = open[at].From.AddTicks(ticks);
        var minute = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
        return minute > open[at].From ? minute : open[at].From;
    }
}
