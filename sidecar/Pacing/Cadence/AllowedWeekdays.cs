namespace Connector.Pacing.Cadence;

/// <summary>Pins go out only on certain days of the week, as a zone's calendar has them.</summary>
internal sealed record AllowedWeekdays(IReadOnlyList<Weekday> Days, TimeZoneInfo Zone) : CadenceRule("weekdays")
{
    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now)
    {
        while (LocalTime.At(now, Zone) is var local && !Days.Contains((Weekday)(int)local.DayOfWeek))
            now = LocalTime.After(now, TimeSpan.FromDays(1) - local.TimeOfDay, Zone);
        return now;
    }

    public override string Explain(string partition) =>
        $"Pins go out on {string.Join(", ", Days.Select(day => day.ToString().ToLowerInvariant()))} only, by the calendar of "
            + $"{Zone.Id} (the account's setting weekdays).";
}
