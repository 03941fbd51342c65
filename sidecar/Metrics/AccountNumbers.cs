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
    public async Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> TopPinsAsync(
        Caller caller, string? accountId, MetricsRequest question, Metric by, int limit, CancellationToken cancellation)
    {
        var account = Of(caller, accountId);
        var asked = new TopPinsQuery(new AccountAnalyticsQuery(question.For(Measured.Account)!), by.Pinterest) { NumOfPins = limit };
        var top = await sessions.CallAsync(account.Id, (session, token) => pinterest.GetTopPinsAsync(session, asked, token), cancellation);
        var ours = pins.IdsOf(account.Id, [.. top.Pins.Select(pin => pin.PinId).OfType<string>()]);
        var rows = top.Pins.Select(
            pin => MetricRows.Of(pin, question) with { PinId = pin.PinId is { } id ? ours.GetValueOrDefault(id) : null });
        return (rows, DataStatus.CompleteThrough(top.DateAvailability, question.Range));
    }

    private AccountRow Of(Caller caller, string? accountId)
    {
        var account = accounts.Of(caller, accountId);
        MetricsProblems.EnsureHasAnalytics(account);
        return account;
    }
}
