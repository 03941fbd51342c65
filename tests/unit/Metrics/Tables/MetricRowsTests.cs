using System.Text.Json;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pinterest;
using Connector.Pinterest.Client;

namespace Connector.Tests.Metrics.Tables;

public sealed class MetricRowsTests
{
    private const string Answer =
        """
        {"daily_metrics":[
            {"date":"2026-10-30","data_status":"READY","metrics":{"IMPRESSION":12,"SAVE_RATE":0.25}},
            {"date":"2026-11-01","data_status":"ESTIMATE","metrics":{"IMPRESSION":3}}],
         "summary_metrics":{"IMPRESSION":15,"SAVE_RATE":0.2},
         "lifetime_metrics":{"TOTAL_COMMENTS":4}}
        """;

    private static readonly PinTarget Pin = new("pin_1", "99", null, Measured.Image);

    [Fact]
    public void By_day_every_day_has_a_row_and_what_is_missing_is_null()
    {
        var rows = Rows("impressions,save_rate,comments", byDay: true);

        Assert.Equal(
            [
                """{"pin_id":"pin_1","pinterest_pin_id":"99","date":"2026-10-30","data_status":"ready","impressions":"""
                    + """12,"save_rate":0.25,"comments":null}""",
                """{"pin_id":"pin_1","pinterest_pin_id":"99","date":"2026-10-31","data_status":"no_data","impressions":"""
                    + """null,"save_rate":null,"comments":null}""",
                """{"pin_id":"pin_1","pinterest_pin_id":"99","date":"2026-11-01","data_status":"estimate","impressions":"""
                    + """3,"save_rate":null,"comments":null}""",
            ],
            rows);
    }

    [Fact]
    public void In_total_there_is_one_row_and_lifetime_numbers_are_in_it()
    {
        var rows = Rows("impressions,save_rate,comments,reactions", byDay: false);

        Assert.Equal(
            ["""{"pin_id":"pin_1","pinterest_pin_id":"99","date":null,"data_status":"estimate","impressions":15,"save_rate":"""
                + """0.2,"comments":4,"reactions":null}"""],
            rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pin_without_numbers_has_one_row_that_says_why(bool byDay)
    {
        var rows = MetricRows.Of(Pin with { PinterestPinId = null }, new PinReading(null, "not_published"), Question("saves", byDay));

        Assert.Equal(
            """{"pin_id":"pin_1","pinterest_pin_id":null,"date":null,"data_status":"not_published","saves":null}""",
            JsonSerializer.Serialize(Assert.Single(rows), Json.Options));
    }

    [Fact]
    public void Top_pins_are_as_final_as_their_least_final_metric()
    {
        var pin = new TopPin
        {
            PinId = "99",
            Metrics = { ["SAVE"] = 7 },
            DataStatus = { ["SAVE"] = "READY", ["IMPRESSION"] = "PROCESSING" },
        };

        Assert.Equal("ready", MetricRows.Of(pin, Question("saves", byDay: false)).DataStatus);
        Assert.Equal("processing", MetricRows.Of(pin, Question("saves,impressions", byDay: false)).DataStatus);
        Assert.Equal(7m, MetricRows.Of(pin, Question("saves", byDay: false)).Numbers["saves"]);
    }

    [Fact]
    public void A_sum_over_days_that_never_had_numbers_is_unknown_not_zero()
    {
        var numbers = new MetricSet
        {
            DailyMetrics = [new DailyMetrics { Date = new DateOnly(2026, 10, 30), DataStatus = "BEFORE_PIN_CREATED" }],
            SummaryMetrics = new() { ["SAVE"] = 0 },
        };

        var row = MetricRows.Of(Pin, new PinReading(numbers, null), Question("saves", byDay: false)).Single();

        Assert.Null(row.Numbers["saves"]);
        Assert.Equal("before_pin_created", row.DataStatus);
    }

    private static IEnumerable<string> Rows(string metrics, bool byDay)
    {
        var numbers = JsonSerializer.Deserialize<MetricSet>(Answer, PinterestJson.Options)!;
        return MetricRows.Of(Pin, new PinReading(numbers, null), Question(metrics, byDay))
            .Select(row => JsonSerializer.Serialize(row, Json.Options));
    }

    private static MetricsRequest Question(string metrics, bool byDay)
    {
        var range = new DateRange(new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 1));
        return new(range, MetricsRequest.Choose(metrics, Measured.AnyPin, byDay), byDay, AsCsv: false);
    }
}
