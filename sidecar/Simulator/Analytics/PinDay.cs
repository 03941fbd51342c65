using Connector.Simulator.State;

namespace Connector.Simulator.Analytics;

/// <summary>What happened to a pin on a day, or to several over several; always the same for the same pin and day.</summary>
internal readonly record struct PinDay(long Impressions, long Saves, long PinClicks, long OutboundClicks)
{
    public static PinDay Of(SimulatedPin pin, DateOnly day)
    {
        var age = day.DayNumber - DateOnly.FromDateTime(pin.CreatedAt.UtcDateTime).DayNumber;
        if (age < 0) return default;

        // A pin has most views in its first weeks and a few later.
        var popularity = 20 + (400 * Math.Pow(Seeded.Share($"{pin.Id}/popularity"), 3));
        var impressions = popularity * (0.1 + Math.Exp(-age / 20.0)) * (0.6 + (0.8 * Seeded.Share($"{pin.Id}/{day.DayNumber}")));
        return new PinDay((long)impressions, Part("saves", 0.03), Part("clicks", 0.05), Part("outbound", 0.02));

        long Part(string of, double share) => (long)(impressions * share * 2 * Seeded.Share($"{pin.Id}/{day.DayNumber}/{of}"));
    }

    public static PinDay operator +(PinDay left, PinDay right) => new(
        left.Impressions + right.Impressions, left.Saves + right.Saves,
        left.PinClicks + right.PinClicks, left.OutboundClicks + right.OutboundClicks);

    public PinDay Part(double share) =>
        new((long)(Impressions * share), (long)(Saves * share), (long)(PinClicks * share), (long)(OutboundClicks * share));

    /// <summary>A metric by Pinterest's name.</summary>
    public double this[string metric] => metric switch
    {
        "IMPRESSION" => Impressions,
        "SAVE" => Saves,
        "PIN_CLICK" => PinClicks,
        "OUTBOUND_CLICK" => OutboundClicks,
        "VIDEO_START" => Impressions / 2,
        "VIDEO_MRC_VIEW" => Impressions / 3,
        "VIDEO_10S_VIEW" => Impressions / 6,
        "QUARTILE_95_PERCENT_VIEW" => Impressions / 12,
        "VIDEO_V50_WATCH_TIME" => Impressions * 1500,
        "VIDEO_AVG_WATCH_TIME" => Impressions == 0 ? 0 : 4500,
        "ENGAGEMENT" => Saves + PinClicks + OutboundClicks,
        "PROFILE_VISIT" => PinClicks / 4,
        "USER_FOLLOW" => PinClicks / 25,
        "SAVE_RATE" or "PIN_CLICK_RATE" or "OUTBOUND_CLICK_RATE" or "ENGAGEMENT_RATE" =>
            Impressions == 0 ? 0 : Math.Round(this[metric[..^"_RATE".Length]] / Impressions, 4),
        _ => 0,
    };
}
