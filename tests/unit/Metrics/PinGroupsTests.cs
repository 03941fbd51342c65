using Connector.Metrics;
using Connector.Metrics.Grouped;
using Connector.Pins;

namespace Connector.Tests.Metrics;

public sealed class PinGroupsTests
{
    private static readonly PinOfOrigin[] Pins =
    [
        Pin("pin_4", "Lamp, new words", "L-1", "long"), Pin("pin_3", "Rug", "R-1", "short"), Pin("pin_2", "Lamp", "L-1", "short"),
        Pin("pin_1", "Nobody knows", null, null),
    ];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, decimal?>> Numbers = new()
    {
        ["pin_4"] = Of(100, 7, 3),
        ["pin_3"] = Of(500, 1, null),
        ["pin_2"] = Of(300, 9, 4),
    };

    [Fact]
    public void Pins_of_a_product_are_added_up_and_the_best_product_comes_first()
    {
        var rows = Group("impressions");

        Assert.Equal(["R-1", "L-1", null], rows.Select(row => row.Key));
        var lamp = rows[1];
        Assert.Equal((2, 2, "Lamp, new words", "pin_2"), (lamp.Pins, lamp.Measured, lamp.Title, lamp.BestPinId));
        Assert.Equal((400, 16, 7, 0.04m), (lamp.Impressions, lamp.Saves, lamp.OutboundClicks, lamp.SaveRate));
    }

    [Fact]
    public void What_is_not_known_is_null_and_comes_last()
    {
        var rows = Group("outbound_clicks");

        Assert.Equal(["L-1", "R-1", null], rows.Select(row => row.Key));
        Assert.Null(rows[1].OutboundClicks);
        Assert.Equal((0, null, null), (rows[2].Measured, rows[2].Impressions, rows[2].SaveRate));
    }

    [Fact]
    public void The_same_pins_can_be_put_together_by_template() =>
        Assert.Equal(
            [("short", 2), ("long", 1), (null, 1)], Group("impressions", byTemplate: true).Select(row => (row.Key, row.Pins)));

    private static List<GroupRow> Group(string sortBy, bool byTemplate = false) =>
        PinGroups.Of(Pins, pin => Numbers.GetValueOrDefault(pin.Id), byTemplate, sortBy);

    private static PinOfOrigin Pin(string id, string title, string? product, string? template) =>
        new(id, "1", IsVideo: false, title, product, template, DateTimeOffset.UnixEpoch);

    private static Dictionary<string, decimal?> Of(decimal impressions, decimal saves, decimal? clicks) =>
        new() { ["impressions"] = impressions, ["saves"] = saves, ["outbound_clicks"] = clicks };
}
