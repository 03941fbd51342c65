using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Which videos are the best, and how many of them.</summary>
public sealed record GetTopVideosCall : MetricsCall
{
    [QueryParam, Description("video_views (the default), impressions, saves, outbound_clicks, or another metric of videos.")]
    [OneOf(typeof(TopVideosOrder))]
    public string? SortBy { get; init; }

    [QueryParam, Range(1, 50), Description("How many videos.")]
    public int Limit { get; init; } = 10;
}

/// <summary>GET /v1/metrics/top-videos</summary>
internal sealed class GetTopVideos(AccountNumbers numbers, TimeProvider clock) : TopOperation<GetTopVideosCall>(clock)
{
    protected override string Things => "videos";

    protected override Measured Subject => Measured.TopVideos;

    protected override IReadOnlyList<string> Order => TopVideosOrder.All;

    public override Task<IResult> ExecuteAsync(GetTopVideosCall call, CancellationToken ct) =>
        AnswerAsync(call, call.SortBy ?? "video_views", call.Limit, numbers.TopVideosAsync, ct);
}
