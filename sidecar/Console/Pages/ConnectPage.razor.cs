using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Begins connecting an account in this browser; Pinterest's consent page follows.</summary>
public partial class ConnectPage
{
    private const string Own = "own";

    private Account? _account;
    private PinterestApp _app = null!;
    private ConnectionLink? _link;

    /// <summary>The account that is connected again; null for another one.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private AccountActions Actions { get; set; } = null!;

    [Inject]
    private PinterestApps Apps { get; set; } = null!;

    [Inject]
    private AskedScopes Asked { get; set; } = null!;

    [Inject]
    private AccountConnections Connections { get; set; } = null!;

    private bool IsRehearsal => (_account?.Environment.ToString() ?? Field("environment"))
        .Equals(nameof(PinterestEnvironment.Simulator), StringComparison.OrdinalIgnoreCase);

    // A key that is limited to accounts adds none.
    private bool MayAskForOwn => Id is null && May(Scope.Admin) && Caller.AccountIds is null;

    private string Body => (Id is null
        ? new JsonObject { ["environment"] = Given("environment") ?? "production" }
        : new JsonObject { ["account_id"] = Id }).ToJsonString();

    private bool IsRefused(string form) => Refusal is not null && Field("_handler") == form;

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

    private Task ConnectOwnAsync()
    {
        var connected = "";
        return DoAsync(
            async () =>
            {
                Need(Scope.Admin);
                var request = FormRequest.Read<ConnectAccountRequest>(new JsonObject
                {
                    ["grant"] = AccountGrant.ClientCredentials,
                    ["environment"] = Field("environment"),
                });
                var (row, isNew) = await Actions.ConnectAsync(Caller, request, Http.RequestAborted);
                connected = row.Id;
                return isNew ? $"{row.Name} is connected." : $"{row.Name} has a new token and goes on.";
            },
            () => $"/accounts/{connected}");
    }
}
