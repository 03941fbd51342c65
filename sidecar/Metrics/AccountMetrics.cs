using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pinterest;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Metrics;

/// <summary>GET /v1/metrics/account</summary>
public sealed class GetAccountMetrics : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/account", Handle).WithName(nameof(GetAccountMetrics)).RequireScope(Scope.Read).AnswersWithRows();

    /// <summary>Get the account's numbers: a row for each day, or one for the whole range.</summary>
    internal static async Task<IResult> Handle(
        [AsParameters] MetricsQuery query, Caller caller, AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest,
        HttpRequest http, TimeProvider clock, CancellationToken cancellation)
    {
        var question = MetricsRequest.ByDays(query, Measured.Account, http, clock);
        var account = accounts.Of(caller, query.AccountId);
        MetricsProblems.EnsureNumeric(account);

        var answer = await sessions.CallAsync(
            account.Id, (session, token) => pinterest.GetAccountAnalyticsAsync(session, new AccountAnalyticsQuery(question.For(Measured.Account)!), token), cancellation);
        var numbers = answer.GetValueOrDefault("all") ?? new MetricSet();
        return MetricsResponse.Of(question, MetricRows.Of(numbers, question), DataStatus.CompleteThrough(numbers.DailyMetrics));
    }
}

/// <summary>GET /v1/metrics/top-pins</summary>
public sealed class GetTopPins : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/top-pins", Handle).WithName(nameof(GetTopPins)).RequireScope(Scope.Read).AnswersWithRows();

    /// <summary>Get the account's best pins over the range, the best first.</summary>
    internal static async Task<IResult> Handle(
        [AsParameters] MetricsQuery query, Caller caller, AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest,
        HttpRequest http, TimeProvider clock, CancellationToken cancellation,
        [FromQuery(Name = "sort_by"), Description("impressions (the default), saves, pin_clicks, outbound_clicks or engagements.")] string? sortBy = null, [Range(1, 50), Description("How many pins.")] int limit = 10)
    {
        var question = MetricsRequest.ByTotals(query, Measured.Account, http, clock);
        if (question.ByDay) throw Problems.Invalid("granularity", "must be total: Pinterest has no days for top pins.");
        var by = Metric.Sortable.FirstOrDefault(metric => metric.Name == (sortBy ?? "impressions"))
            ?? throw Problems.Invalid("sort_by", $"must be one of {string.Join(", ", Metric.Sortable.Select(metric => metric.Name))}.");
        var account = accounts.Of(caller, query.AccountId);
        MetricsProblems.EnsureNumeric(account);

        var asked = new TopPinsQuery(new AccountAnalyticsQuery(question.For(Measured.Account)!), by.Pinterest) { NumOfPins = limit };
        var top = await sessions.CallAsync(account.Id, (session, token) => pinterest.GetTopPinsAsync(session, asked, token), cancellation);
        return MetricsResponse.Of(question, top.Pins.Select(pin => MetricRows.Of(pin, question)), DataStatus.CompleteThrough(top.DateAvailability, question.Range));
    }
}
