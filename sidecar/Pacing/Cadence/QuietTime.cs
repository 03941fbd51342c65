namespace Connector.Pacing;

/// <summary>Nothing goes out while the clocks of a zone show certain hours.</summary>
internal sealed record QuietTime(QuietHours Hours, TimeZoneInfo Zone) : CadenceRule("quiet_hours")
{
    public override DateTimeOffset NextAt(IReadOnlyList<GonePin> gone, DateTimeOffset now)
    {
        // When clocks are put back after the end, the quiet time comes twice in a night.
        for (var nights = 0; nights < 3 && IsQuiet(LocalTime.At(now, Zone)); nights++) now = EndAfter(now);
        return now;
    }

    public override string Explain(string part) => $"It is quiet from {Hours.From:HH:mm} to {Hours.To:HH:mm} in {Zone.Id} (the account's setting quiet_hours).";

    private bool IsQuiet(DateTime shown) => TimeOnly.FromDateTime(shown).IsBetween(Hours.From, Hours.To);

    private DateTimeOffset EndAfter(DateTimeOffset now)
    {
        var shown = LocalTime.At(now, Zone);
        var end = shown.Date + Hours.To.ToTimeSpan();
        if (TimeOnly.FromDateTime(shown) >= Hours.To) end = end.AddDays(1);
        return LocalTime.FirstAt(end, Zone, now);
    }
}
