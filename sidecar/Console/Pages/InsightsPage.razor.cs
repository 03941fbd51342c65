using System.Globalization;
using Connector.Accounts;
using Connector.Metrics;
using Connector.Pins;
using Connector.Pinterest;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>What an account's pins did on the last days: charts, the same as a table, and the best pins.</summary>
public partial class InsightsPage
{
    private static readonly int[] DayChoices = [7, 30, 90];

    private Dictionary<string, Pin> _ours = [];
    private List<Account> _accounts = [];
    private Account? _account;
    private int _days;
    private string _metric = "";
    private InsightsReading? _reading;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private Insights Reader { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    private string? WhyNot => _account is null ? null : WhyNotOf(_account);

    private bool HasNothing => Insights.Metrics.All(metric => Total(metric) is null or 0);

    private bool IsOnPinterest => _account?.Environment == PinterestEnvironment.Production;

    private string ApiPath => $"/v1/metrics/account?account_id={_account?.Id}&metrics={string.Join(',', Insights.Metrics)}";

    private string HowFar
    {
        get
        {
            if (_reading!.Days.All(day => day.IsFinal)) return "Pinterest has finished all of these days.";
            return _reading.CompleteThrough is { } last
                ? $"Pinterest has finished the days up to {last.ToString("d MMMM", CultureInfo.InvariantCulture)}; "
                    + "the lighter ones after it may still change."
                : "Pinterest has not finished these days: their numbers may still change.";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id
            ? Account.From(Accounts.Get(Caller, id))
            : FirstAccount.Of(Best(), Overview, Caller);
        _days = int.TryParse(Query("days"), out var days) && DayChoices.Contains(days) ? days : 30;
        _metric = Query("metric") is { } metric && Insights.Metrics.Contains(metric) ? metric : Insights.Metrics[0];
        // Opened without a choice, the page says why there is nothing rather than have Pinterest refuse it.
        if (_account is not null && (WhyNot is null || Query("account") is not null)) await ShowAsync(ReadAsync);
    }

    /// <summary>Those that have numbers; of these the real ones, where there are any.</summary>
    private List<Account> Best()
    {
        var able = _accounts.FindAll(account => WhyNotOf(account) is null);
        if (able.Count == 0) able = _accounts;
        return able.Exists(IsReal) ? able.FindAll(IsReal) : able;
    }

    private static string? WhyNotOf(Account account) =>
        account.Capabilities.First(one => one.Name == AccountCapabilities.AccountMetrics).Reason;

    private async Task ReadAsync()
    {
        _reading = await Reader.ReadAsync(Caller, _account!.Id, _days, _metric, Http.RequestAborted);
        var ours = _reading.Top.Select(top => top.PinId).OfType<string>().Distinct();
        _ours = Overview.Find(Caller, ours).ToDictionary(pin => pin.Id);
    }

    private List<decimal?> Values(string metric) => [.. _reading!.Days.Select(day => day.Numbers.GetValueOrDefault(metric))];

    private decimal? Total(string metric) => Values(metric).OfType<decimal>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    private string Others(InsightsPin top) => string.Join(
        ", ",
        Insights.Metrics.Where(metric => metric != _metric)
            .Select(metric => $"{top.Numbers[metric]?.ToString("N0") ?? "–"} {Name(metric).ToLowerInvariant()}"));

    private static string OnPinterest(InsightsPin top) => $"https://www.pinterest.com/pin/{Uri.EscapeDataString(top.PinterestPinId)}/";

    private static bool IsReal(Account account) => account.Environment == PinterestEnvironment.Production;

    private static string Name(string metric) => char.ToUpperInvariant(metric[0]) + metric[1..].Replace('_', ' ');
}
