using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Metrics;

/// <summary>Reads an account's numbers and its best pins from Pinterest; nothing is stored.</summary>
internal sealed class AccountNumbers(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest, PinStore pins)
{
    /// <summary>The account's numbers, and the last day that is final.</summary>
    public async Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> ReadAsync(
        Caller caller, string? accountId, MetricsRequest question, CancellationToken cancellation)
    {
        var account = Of(caller, accountId);
        AccountCapabilities.Ensure(account, AccountCapabilities.AccountMetrics);

        var asked = new AccountAnalyticsQuery(question.For(Measured.Account)!);
        var answer = await sessions.CallAsync(
            account.Id, (session, token) => pinterest.GetAccountAnalyticsAsync(session, asked, token), cancellation);
        var numbers = answer.GetValueOrDefault("all") ?? new MetricSet();
        return (MetricRows.Of(numbers, question), DataStatus.CompleteThrough(numbers.DailyMetrics));
    }

    /// <summary>The account's best pins, the best first; ours have our id.</summary>
    public Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> TopPinsAsync(
        Caller caller, string? accountId, MetricsRequest question, Metric by, int limit, CancellationToken cancellation) =>
        TopAsync(
            Of(caller, accountId), question, Asked(question.For(Measured.Account)!, by, limit), pinterest.GetTopPinsAsync, cancellation);

    /// <summary>The account's best videos, the same way.</summary>
    public Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> TopVideosAsync(
        Caller caller, string? accountId, MetricsRequest question, Metric by, int limit, CancellationToken cancellation)
    {
        var account = Of(caller, accountId);
        var asked = Asked(question.For(Measured.TopVideos)!, by, limit);
        return GrantedCall.DoAsync(
            account, AccountCapabilities.TopVideos,
            () => TopAsync(account, question, asked, pinterest.GetTopVideosAsync, cancellation));
    }

    private static TopPinsQuery Asked(AnalyticsQuery range, Metric by, int limit) =>
        new(new AccountAnalyticsQuery(range), by.Pinterest) { NumOfPins = limit };

    private async Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> TopAsync(
        AccountRow account, MetricsRequest question, TopPinsQuery asked,
        Func<PinterestSession, TopPinsQuery, CancellationToken, Task<TopPins>> read, CancellationToken cancellation)
    {
        var top = await sessions.CallAsync(account.Id, (session, token) => read(session, asked, token), cancellation);
        var ours = pins.IdsOf(account.Id, [.. top.Pins.Select(pin => pin.PinId).OfType<string>()]);
        var rows = top.Pins.Select(
            pin => MetricRows.Of(pin, question) with { PinId = pin.PinId is { } id ? ours.GetValueOrDefault(id).Id : null });
        return (rows, DataStatus.CompleteThrough(top.DateAvailability, question.Range));
    }

    private AccountRow Of(Caller caller, string? accountId)
    {
        var account = accounts.Of(caller, accountId);
        MetricsProblems.EnsureHasAnalytics(account);
        return account;
    }
}
