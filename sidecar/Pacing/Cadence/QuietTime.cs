namespace Connector.Pacing.Cadence;

/// <summary>Nothing goes out while the clocks of a zone show certain hours.</summary>
internal sealed record QuietTime(QuietHours Hours, TimeZoneInfo Zone) : CadenceRule("quiet_hours")
{
    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now)
    {
        // Where clocks are put forward past the end or back before it, it is quiet for less or more than those hours.
        while (LocalTime.At(now, Zone) is var local && IsQuiet(local))
            now = LocalTime.After(now, Hours.To - TimeOnly.FromDateTime(local), Zone);
        return now;
    }

    public override string Explain(string partition) =>
        $"It is quiet from {Hours.From:HH:mm} to {Hours.To:HH:mm} in {Zone.Id} (the account's setting quiet_hours).";

    private bool IsQuiet(DateTime local) => TimeOnly.FromDateTime(local).IsBetween(Hours.From, Hours.To);
}
