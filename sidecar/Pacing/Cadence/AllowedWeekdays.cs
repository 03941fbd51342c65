namespace Connector.Pacing;

/// <summary>Pins go out only on certain days of the week, as a zone's calendar has them.</summary>
internal sealed record AllowedWeekdays(IReadOnlyList<Weekday> Days, TimeZoneInfo Zone) : CadenceRule("weekdays")
{
    public override DateTimeOffset NextAt(IReadOnlyList<GonePin> gone, DateTimeOffset now)
    {
        var day = LocalTime.At(now, Zone).Date;
        if (IsAllowed(day)) return now;

        do day = day.AddDays(1);
        while (!IsAllowed(day));
        return LocalTime.FirstAt(day, Zone, now);
    }

    public override string Explain(string part) =>
        $"Pins go out on {string.Join(", ", Days.Select(day => day.ToString().ToLowerInvariant()))} only, by the calendar of {Zone.Id} (the account's setting weekdays).";

    private bool IsAllowed(DateTime day) => Days.Contains((Weekday)(int)day.DayOfWeek);
}
