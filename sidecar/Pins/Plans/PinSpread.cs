using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Seasons;

namespace Connector.Pins.Plans;

/// <summary>Gives each of several pins a time in its season, so that they do not all go as it begins.</summary>
internal sealed class PinSpread(RequestReferences references, TimeProvider clock)
{
    /// <summary>The pins of a batch; those that something is wrong with stay as they are, and are refused later.</summary>
    public List<ParsedPin> Of(Caller caller, IReadOnlyList<ParsedPin> pins)
    {
        var now = clock.GetUtcNow();
        var times = Times([.. pins.Select(InSeason)], now);
        return [.. pins.Zip(times, (pin, time) => time is null ? pin : pin with { Request = pin.Request! with { SpreadAt = time } })];

        SpreadPin? InSeason(ParsedPin pin)
        {
            if (pin is not { Problem: null, Request: { EventDate: { } day, PublishAt: null } request }) return null;
            if (SeasonRules.ProblemOf(day, now) is not null) return null;
            try
            {
                return SpreadPin.Of(references.Account(caller, request), day, request.LeadDays);
            }
            catch (ProblemException)
            {
                return null;
            }
        }
    }

    /// <summary>The times of pins in their order; null for one that is not spread, or whose season is over.</summary>
    public static IReadOnlyList<DateTimeOffset?> Times(IReadOnlyList<SpreadPin?> pins, DateTimeOffset now)
    {
        var times = new DateTimeOffset?[pins.Count];
        foreach (var group in pins.Index().Where(pin => pin.Item is not null).GroupBy(pin => (pin.Item!.Account.Id, pin.Item.Season)))
        {
            var members = group.Select(pin => pin.Index).ToList();
            var settings = AccountSettings.From(group.First().Item!.Account);
            var spread = SeasonSpread.Times(group.Key.Season, members.Count, settings, now);
            foreach (var (index, time) in members.Zip(spread)) times[index] = time;
        }

        return times;
    }
}

/// <summary>A pin that may go at any time of its season.</summary>
internal sealed record SpreadPin(AccountRow Account, SeasonWindow Season)
{
    public static SpreadPin Of(AccountRow account, DateOnly eventDate, int? leadDays) =>
        new(account, SeasonRules.WindowOf(eventDate, leadDays, account)!);
}
