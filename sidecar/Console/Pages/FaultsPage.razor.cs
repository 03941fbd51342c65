using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pinterest;
using Connector.Simulator;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The faults ordered of the simulator, ordering more, and starting over.</summary>
public partial class FaultsPage
{
    private List<Account> _simulated = [];
    private FaultList? _faults;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private SimulatorActions Actions { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _simulated = Accounts.List(Caller).FindAll(row => row.Environment == PinterestEnvironment.Simulator).ConvertAll(Account.From);
        if (_simulated.Count > 0) await ShowAsync(async () => _faults = await Actions.FaultsAsync(Caller, null, Http.RequestAborted));
    }

    private string NameOf(string accountId) => _simulated.Find(account => account.Id == accountId)?.Name ?? accountId;

    // The whole sentence is in the API's list; a select shows one line.
    private static string Short(string description) => description.Length <= 90 ? description : description[..90] + "…";

    private Task OrderAsync() => AdminAsync(async () =>
    {
        var form = new JsonObject { ["account_id"] = Field("account_id"), ["fault"] = Field("fault"), ["operation"] = Field("operation") };
        foreach (var name in (string[])["times", "seconds", "probability"])
            if (Field(name).Length > 0) form[name] = FormRequest.Number(Field(name));
        var ordered = await Actions.OrderAsync(Caller, FormRequest.Read<OrderFaultRequest>(form), Http.RequestAborted);
        return $"{ordered.Fault} is ordered.";
    });

    private Task ClearAsync() => AdminAsync(async () =>
    {
        await Actions.ClearAsync(Caller, null, Http.RequestAborted);
        return "All faults are taken back.";
    });

    private Task ResetAsync() => AdminAsync(async () =>
    {
        await Actions.ResetAsync(Caller, Field("account_id"), Http.RequestAborted);
        return "The simulator account starts over.";
    });

    private Task AdminAsync(Func<Task<string?>> work) => DoAsync(() =>
    {
        Need(Scope.Admin);
        return work();
    });
}
