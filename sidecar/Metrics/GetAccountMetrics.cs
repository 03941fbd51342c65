using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Metrics;

/// <summary>GET /v1/metrics/account</summary>
internal sealed class GetAccountMetrics(AccountNumbers numbers, TimeProvider clock) : Operation<MetricsCall, IResult>
{
    public override void Configure()
    {
        Get("/account");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe("Get the account's numbers: a row for each day, or one for the whole range.");
        Description(route => route.AnswersWithRows());
    }

    public override async Task<IResult> ExecuteAsync(MetricsCall call, CancellationToken ct)
    {
        var question = MetricsRequest.ByDays(call, Measured.Account, HttpContext.Request, clock);
        var (rows, completeThrough) = await numbers.ReadAsync(Caller, call.AccountId, question, ct);
        return MetricsResponse.Of(question, rows, completeThrough);
    }
}
