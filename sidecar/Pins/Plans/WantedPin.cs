using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Seasons;

namespace Connector.Pins.Plans;

/// <summary>When a planned pin is wanted: its own time or that of a spread, and its season.</summary>
internal sealed record WantedPin(DateTimeOffset? PublishAt, SeasonWindow? Season)
{
    /// <summary>Not before this time; null for now.</summary>
    public DateTimeOffset? NotBefore => PublishAt ?? Season?.From;

    public static IReadOnlyList<WantedPin> Of(
        IReadOnlyList<(AccountRow Account, string BoardId, PlannedPin Pin)> pins, bool isSpread, DateTimeOffset now)
    {
        var seasons = pins.Select(each => SeasonRules.WindowOf(each.Pin.EventDate, each.Pin.LeadDays, each.Account)).ToList();
        IReadOnlyList<DateTimeOffset?> times = isSpread
            ? PinSpread.Times([.. pins.Zip(seasons, Movable)], now)
            : new DateTimeOffset?[pins.Count];
        return [.. pins.Select((each, index) => new WantedPin(each.Pin.PublishAt ?? times[index], seasons[index]))];

        static SpreadPin? Movable((AccountRow Account, string, PlannedPin Pin) each, SeasonWindow? season) =>
            season is null || each.Pin.PublishAt is not null ? null : new SpreadPin(each.Account, season);
    }

    /// <summary>Says of a pin when it was wanted, and whether it comes late.</summary>
    public PlannedGo Show(PlannedGo go, DateTimeOffset now)
    {
        if (Season is null) return go with { PublishAt = PublishAt };

        var goesAt = go.ExpectedAt ?? (NotBefore > now ? NotBefore.Value : now);
        IEnumerable<Check> checks = [.. go.Warnings, SeasonAdvice.Check(Season, PublishAt, goesAt)];
        return go with
        {
            PublishAt = PublishAt,
            Season = Seasons.Season.Of(Season, goesAt),
            Warnings = [.. checks.Where(check => check.Warns)],
        };
    }
}
