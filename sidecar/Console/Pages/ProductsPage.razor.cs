using Connector.Accounts;
using Connector.Http;
using Connector.Metrics;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Which products and which templates do well, and the way from there to one more pin.</summary>
public partial class ProductsPage
{
    private List<Account> _accounts = [];
    private Account? _account;
    private string _by = GroupBy.Product, _metric = "";
    private GroupTable? _table;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private GroupedNumbers Numbers { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsLater => Query("cursor") is not null;

    private string ApiPath => $"/v1/metrics/products?account_id={_account?.Id}&by={_by}&sort_by={_metric}"
        + (Query("cursor") is { } cursor ? $"&cursor={Uri.EscapeDataString(cursor)}" : "");

    protected override async Task OnInitializedAsync()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id ? Account.From(Accounts.Get(Caller, id)) : FirstAccount.Of(_accounts, Overview, Caller);
        _by = Query("by") is { } by && GroupBy.All.Contains(by) ? by : GroupBy.Product;
        _metric = Query("metric") is { } metric && GroupOrder.All.Contains(metric) ? metric : GroupOrder.All[0];
        if (_account is not null) await ShowAsync(ReadAsync);
    }

    private async Task ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Insights.LongestWait, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Http.RequestAborted, timeout.Token);
        try
        {
            _table = await Numbers.ReadAsync(Caller, _account!.Id, 30, _by, _metric, Query("cursor"), either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !Http.RequestAborted.IsCancellationRequested)
        {
            throw new ProblemException(Insights.TooSlow());
        }
    }

    // A link says less than the title of what it leads to.
    private string Words(GroupRow row) => row.Key is null ? (_by == GroupBy.Product ? "Not known" : "Without a template")
        : HasOtherKey(row) ? row.Title!
        : row.Key;

    private bool HasOtherKey(GroupRow row) => _by == GroupBy.Product && row is { Key: not null, Title: not null };

    private static string Name(string metric) => char.ToUpperInvariant(metric[0]) + metric[1..].Replace('_', ' ');
}
