using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Metrics;

/// <summary>GET /v1/metrics/account</summary>
internal sealed class GetAccountMetrics(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest, TimeProvider clock)
    : Operation<MetricsCall, IResult>
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
        var account = accounts.Of(Caller, call.AccountId);
        MetricsProblems.EnsureHasAnalytics(account);
        AccountCapabilities.Ensure(account, AccountCapabilities.AccountMetrics);

        var asked = new AccountAnalyticsQuery(question.For(Measured.Account)!);
        var answer = await sessions.CallAsync(
            account.Id, (session, token) => pinterest.GetAccountAnalyticsAsync(session, asked, token), ct);
        var numbers = answer.GetValueOrDefault("all") ?? new MetricSet();
        return MetricsResponse.Of(question, MetricRows.Of(numbers, question), DataStatus.CompleteThrough(numbers.DailyMetrics));
    }
}
