using Connector.Pacing;

namespace Connector.Seasons;

/// <summary>Spreads pins evenly over what is left of a season, counted in the hours in which their account publishes.</summary>
internal sealed class SeasonSpread
{
    private readonly List<TimeSpanOfDay> _open;
    private readonly long _total;

    private SeasonSpread(List<TimeSpanOfDay> open)
    {
        _open = open;
        _total = open.Sum(span => span.Length.Ticks);
    }

    /// <summary>What is left of a season; null when it is over.</summary>
    /// <param name="season">Over which pins are spread.</param>
    /// <param name="cadence">Its quiet hours, weekdays and time zone; the other rules count when a pin goes.</param>
    /// <param name="now">Nothing is before it.</param>
    public static SeasonSpread? Over(SeasonWindow season, CadenceSettings cadence, DateTimeOffset now)
    {
        var from = season.From > now ? season.From : now;
        if (season.IsLateAt(from)) return null;

        var open = OpenHours.Between(from, season.Until, cadence).ToList();
        // Where the account publishes at no time that is left, each waits for the next by the account's rules.
        if (open.Count == 0) open.Add(new TimeSpanOfDay(from, season.Until));
        return new SeasonSpread(open);
    }

    /// <summary>The times of pins in their order, the first at once or where the season begins; none when the season is over.</summary>
    /// <param name="season">Over which they are spread.</param>
    /// <param name="count">How many pins there are.</param>
    /// <param name="cadence">Its quiet hours, weekdays and time zone; the other rules count when a pin goes.</param>
    /// <param name="now">Nothing is before it.</param>
    public static IReadOnlyList<DateTimeOffset> Times(SeasonWindow season, int count, CadenceSettings cadence, DateTimeOffset now) =>
        Over(season, cadence, now) is { } spread ? [.. Enumerable.Range(0, count).Select(index => spread.At(index, count))] : [];

    /// <summary>The time of one of so many pins.</summary>
    public DateTimeOffset At(long index, long count) => At((long)((Int128)_total * index / count));

    /// <summary>The minute in which so much of the open time is over.</summary>
    private DateTimeOffset At(long ticks)
    {
        var at = 0;
        while (at < _open.Count - 1 && ticks >= _open[at].Length.Ticks) ticks -= _open[at++].Length.Ticks;
        var time = _open[at].From.AddTicks(ticks);
        var minute = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
        return minute > _open[at].From ? minute : _open[at].From;
    }
}
