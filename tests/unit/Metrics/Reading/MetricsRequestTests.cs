using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Tests.Metrics.Reading;

public sealed class MetricsRequestTests
{
    [Theory]
    [InlineData(null, nameof(Measured.AnyPin), true, "impressions saves pin_clicks outbound_clicks save_rate")]
    [InlineData(null, nameof(Measured.AnyPin), false, "impressions saves pin_clicks outbound_clicks save_rate comments reactions")]
    [InlineData(
        null, nameof(Measured.Account), true,
        "impressions saves pin_clicks outbound_clicks save_rate engagements engagement_rate pin_click_rate outbound_click_rate")]
    [InlineData("saves, impressions,saves", nameof(Measured.Account), true, "saves impressions")]
    [InlineData("video_starts,comments", nameof(Measured.AnyPin), true, "video_starts comments")]
    public void Metrics_are_those_named_or_the_usual_ones(string? names, string subject, bool byDay, string chosen) =>
        Assert.Equal(
            chosen,
            string.Join(' ', MetricsRequest.Choose(names, Enum.Parse<Measured>(subject), byDay).Select(metric => metric.Name)));

    [Theory]
    [InlineData("impression", nameof(Measured.AnyPin))]
    [InlineData("IMPRESSION", nameof(Measured.AnyPin))]
    [InlineData("engagements", nameof(Measured.AnyPin))]
    [InlineData("video_starts", nameof(Measured.Account))]
    [InlineData(" , ", nameof(Measured.Account))]
    public void A_metric_that_does_not_exist_there_is_refused(string names, string subject)
    {
        var refused = Assert.Throws<ProblemException>(() => MetricsRequest.Choose(names, Enum.Parse<Measured>(subject), byDay: true));

        Assert.Equal(["metrics"], refused.Problem.Errors!.Keys);
    }

    [Theory]
    [InlineData(nameof(Measured.Image), "IMPRESSION,USER_FOLLOW")]
    [InlineData(nameof(Measured.Video), "IMPRESSION,VIDEO_START")]
    [InlineData(nameof(Measured.AnyPin), "IMPRESSION,USER_FOLLOW,VIDEO_START")]
    public void Pinterest_is_asked_only_for_what_the_kind_of_pin_has(string media, string asked)
    {
        var question = Question("impressions,follows,video_starts");

        Assert.Equal(asked, string.Join(',', question.For(Enum.Parse<Measured>(media))!.MetricTypes!));
    }

    [Fact]
    public void An_image_is_not_asked_at_all_for_a_videos_numbers() => Assert.Null(Question("video_starts").For(Measured.Image));

    [Fact]
    public void Names_are_unique_on_both_sides()
    {
        Assert.Distinct(Metric.All.Select(metric => metric.Name));
        Assert.Distinct(Metric.All.Select(metric => metric.Pinterest));
        Assert.Equal(
            ["impressions", "saves", "pin_clicks", "outbound_clicks", "engagements"], Metric.Sortable.Select(metric => metric.Name));
    }

    private static MetricsRequest Question(string names)
    {
        var range = DateRange.Of(null, null, new DateOnly(2026, 11, 2));
        return new(range, MetricsRequest.Choose(names, Measured.AnyPin, byDay: true), ByDay: true, AsCsv: false);
    }
}
