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
internal sealed class GetTopVideos(AccountNumbers numbers, TimeProvider clock) : Operation<GetTopVideosCall, IResult>
{
    public override void Configure()
    {
        Get("/top-videos");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe("Get the account's best videos over the range, the best first; pin_id is ours where the connector published it.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(GetTopVideosCall call, CancellationToken ct)
    {
        var question = MetricsRequest.ByTotals(call, Measured.TopVideos, HttpContext.Request, clock);
        if (question.ByDay) throw Problems.Invalid("granularity", "must be total: Pinterest has no days for top videos.");
        var name = call.SortBy ?? "video_views";
        var by = TopVideosOrder.All.Contains(name)
            ? Metric.All.First(metric => metric.Name == name)
            : throw Problems.Invalid("sort_by", $"must be one of {string.Join(", ", TopVideosOrder.All)}.");
        var (rows, completeThrough) = await numbers.TopVideosAsync(Caller, call.AccountId, question, by, call.Limit, ct);
        return MetricsResponse.Of(question, rows, completeThrough);
    }
}
