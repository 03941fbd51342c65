using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Pinterest;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Begins connecting an account in this browser; Pinterest's consent page follows.</summary>
public partial class ConnectPage
{
    private Account? _account;
    private PinterestApp _app = null!;
    private ConnectionLink? _link;

    /// <summary>The account that is connected again; null for another one.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private PinterestApps Apps { get; set; } = null!;

    [Inject]
    private AccountConnections Connections { get; set; } = null!;

    private bool IsRehearsal => (_account?.Environment.ToString() ?? Field("environment"))
        .Equals(nameof(PinterestEnvironment.Simulator), StringComparison.OrdinalIgnoreCase);

    private string Body => (Id is null
        ? new JsonObject { ["environment"] = Given("environment") ?? "production" }
        : new JsonObject { ["account_id"] = Id }).ToJsonString();

    protected override void OnInitialized()
    {
        _account = Id is null ? null : Account.From(Accounts.Get(Caller, Id));
        _app = Apps.Show(Caller);
    }

    private string Proposed => Given("environment")
        ?? (_app.AppId is null ? "simulator" : _app.AccessTier is "trial" ? "sandbox" : "production");

    private Task StartAsync() => ShowAsync(async () =>
    {
        var form = Id is null ? new JsonObject { ["environment"] = Field("environment") } : new JsonObject { ["account_id"] = Id };
        form["return_url"] = Id is null ? "/accounts" : $"/accounts/{Id}";
        var request = FormRequest.Read<StartOAuthRequest>(form);
        _link = await Connections.StartAsync(
            Caller, new ConnectionRequest(request.Environment, request.AccountId, request.ReturnUrl));
    });
}
