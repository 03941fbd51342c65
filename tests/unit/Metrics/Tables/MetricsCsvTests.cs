using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Tests.Metrics.Tables;

public sealed class MetricsCsvTests
{
    [Fact]
    public void Rows_become_lines_with_a_header_and_empty_fields_for_what_is_not_known()
    {
        var metrics = MetricsRequest.Choose("impressions,save_rate", Measured.AnyPin, byDay: true);
        MetricRow[] rows =
        [
            new()
            {
                PinId = "pin_1",
                PinterestPinId = "99",
                Date = new DateOnly(2026, 10, 30),
                DataStatus = "ready",
                Numbers = { ["impressions"] = 1234567m, ["save_rate"] = 0.25m },
            },
            new() { PinterestPinId = "98", DataStatus = "odd, \"new\" status", Numbers = { ["impressions"] = null, ["save_rate"] = null } },
        ];

        Assert.Equal(
            "pin_id,pinterest_pin_id,date,impressions,save_rate,data_status\r\n"
            + "pin_1,99,2026-10-30,1234567,0.25,ready\r\n"
            + ",98,,,,\"odd, \"\"new\"\" status\"\r\n",
            MetricsCsv.Write(rows, metrics));
    }

    [Fact]
    public void Without_rows_there_is_still_a_header() =>
        Assert.Equal(
            "pin_id,pinterest_pin_id,date,saves,data_status\r\n",
            MetricsCsv.Write([], MetricsRequest.Choose("saves", Measured.AnyPin, byDay: true)));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    public void A_text_that_starts_like_a_formula_stays_text_in_a_spreadsheet(string text)
    {
        var row = new MetricRow { PinterestPinId = "99", DataStatus = text, Numbers = { ["saves"] = -5m } };

        var csv = MetricsCsv.Write([row], MetricsRequest.Choose("saves", Measured.AnyPin, byDay: true));

        Assert.EndsWith($"\r\n,99,,-5,\"'{text}\"\r\n", csv, StringComparison.Ordinal);
    }
}
