using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pacing;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>All accounts with their state, pace and tokens' ends, and how to connect another.</summary>
public partial class AccountsPage
{
    private const int PageSize = 18;

    private readonly Dictionary<string, RateMeter> _meters = [];
    private List<Account> _accounts = [];
    private string? _next;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private AccountActions Actions { get; set; } = null!;

    [Inject]
    private RateMeters Meters { get; set; } = null!;

    protected override void OnInitialized()
    {
        var cursor = Query("cursor");
        var rest = Accounts.List(Caller).FindAll(row => cursor is null || string.CompareOrdinal(row.Id, cursor) < 0);
        _accounts = rest.Take(PageSize).Select(Account.From).ToList();
        _next = rest.Count > PageSize ? _accounts[^1].Id : null;
        foreach (var account in _accounts) _meters[account.Id] = Meters.Get(Caller, account.Id);
    }

    private bool IsRefused(string form) => Refusal is not null && Field("_handler") == form;

    private Task ConnectAsync() => ConnectAsync(new JsonObject
    {
        ["name"] = Field("name"),
        ["environment"] = Field("environment"),
        ["access_token"] = Field("access_token"),
        ["refresh_token"] = Field("refresh_token"),
        ["expires_in"] = FormRequest.Number(Field("expires_in")),
        ["refresh_token_expires_in"] = FormRequest.Number(Field("refresh_token_expires_in")),
        ["scope"] = Field("scope"),
    });

    private Task SimulateAsync() => ConnectAsync(new JsonObject { ["environment"] = "simulator", ["name"] = Field("name") });

    private Task ConnectAsync(JsonObject form) => DoAsync(
        async () =>
        {
            Need(Scope.Admin);
            var request = FormRequest.Read<ConnectAccountRequest>(form);
            var (row, isNew) = await Actions.ConnectAsync(Caller, request, Http.RequestAborted);
            return isNew ? $"{row.Name} is connected." : $"{row.Name} has new tokens and goes on.";
        },
        then: "/accounts");
}
