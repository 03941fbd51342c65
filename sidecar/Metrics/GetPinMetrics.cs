using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Which pin's numbers to get.</summary>
public sealed record GetPinMetricsCall : MetricsCall
{
    [RouteParam]
    public string Id { get; init; } = "";
}

/// <summary>GET /v1/pins/{id}/metrics</summary>
internal sealed class GetPinMetrics(PinNumbers numbers) : Operation<GetPinMetricsCall, IResult>
{
    public override void Configure()
    {
        Get("/v1/pins/{id}/metrics");
        Description(route => route.WithTags("Metrics"));
        Policies(Scope.Read);
        Describe("Get one pin's numbers, by our id or Pinterest's: a row for each day, or one for the whole range.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(GetPinMetricsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var read = await numbers.ReadAsync(Caller, call, ct);
        return MetricsResponse.Of(read.Question with { AsCsv = asCsv }, read.Rows, read.CompleteThrough);
    }
}
