using Connector.Pins;

namespace Connector.Metrics.Grouped;

/// <summary>Adds the numbers of pins up by what the pins were made of.</summary>
internal static class PinGroups
{
    /// <summary>One row for each product or template, the best first.</summary>
    /// <param name="pins">The newest first.</param>
    /// <param name="numbers">What Pinterest said of a pin; null where it said nothing.</param>
    /// <param name="byTemplate">By template instead of product.</param>
    /// <param name="sortBy">The number that makes a row the best.</param>
    public static List<GroupRow> Of(
        IReadOnlyList<PinOfOrigin> pins, Func<PinOfOrigin, IReadOnlyDictionary<string, decimal?>?> numbers, bool byTemplate,
        string sortBy) =>
    [
        .. pins.GroupBy(pin => byTemplate ? pin.Template : pin.Product)
            .Select(group => Row(group.Key, [.. group.Select(pin => (pin, numbers(pin)))], sortBy))
            // What is not known yet comes last.
            .OrderByDescending(row => row.Number(sortBy) ?? -1),
    ];

    private static GroupRow Row(string? key, List<(PinOfOrigin Pin, IReadOnlyDictionary<string, decimal?>? Numbers)> pins, string sortBy)
    {
        var (impressions, saves) = (Sum("impressions"), Sum("saves"));
        return new GroupRow
        {
            Key = key,
            Title = pins[0].Pin.Title,
            Pins = pins.Count,
            Measured = pins.Count(pin => pin.Numbers is not null),
            Impressions = impressions,
            Saves = saves,
            PinClicks = Sum("pin_clicks"),
            OutboundClicks = Sum("outbound_clicks"),
            SaveRate = impressions > 0 && saves is not null ? Math.Round(saves.Value / impressions.Value, 4) : null,
            BestPinId = pins.MaxBy(pin => pin.Numbers?.GetValueOrDefault(sortBy) ?? -1).Pin.Id,
        };

        decimal? Sum(string metric)
        {
            var known = pins.Select(pin => pin.Numbers?.GetValueOrDefault(metric)).OfType<decimal>().ToList();
            return known.Count > 0 ? known.Sum() : null;
        }
    }
}
