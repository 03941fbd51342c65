using Connector.Accounts;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>
/// Gives each of very many pins of an account a time in its season: they are counted first, and then come once more in the same order.
/// </summary>
/// <param name="account">Whose pins they are.</param>
/// <param name="now">No time is before it.</param>
internal sealed class SeasonPlaces(AccountRow account, DateTimeOffset now)
{
    private readonly Dictionary<(DateOnly Day, int? LeadDays), Places> _seasons = [];

    /// <summary>Counts a pin that may go at any time of its season.</summary>
    public void Count(CreatePinRequest pin)
    {
        if (Of(pin) is { } places) places.Count++;
    }

    /// <summary>The pin with the next time of its season; as it is when it has a time of its own, no season, or one that is over.</summary>
    public CreatePinRequest Next(CreatePinRequest pin) =>
        Of(pin) is { Spread: { } spread } places && places.Given < places.Count
            ? pin with { SpreadAt = spread.At(places.Given++, places.Count) }
            : pin;

    private Places? Of(CreatePinRequest pin)
    {
        if (pin is not { PublishAt: null, EventDate: { } day } || SeasonRules.ProblemOf(day, now) is not null) return null;
        if (pin.LeadDays is < 1 or > SeasonRules.MostLeadDays) return null;
        if (_seasons.TryGetValue((day, pin.LeadDays), out var known)) return known;

        var season = SeasonRules.WindowOf(day, pin.LeadDays, account)!;
        return _seasons[(day, pin.LeadDays)] = new Places(SeasonSpread.Over(season, AccountSettings.From(account), now));
    }

    private sealed class Places(SeasonSpread? spread)
    {
        public SeasonSpread? Spread => spread;

        public long Count { get; set; }

        public long Given { get; set; }
    }
}
