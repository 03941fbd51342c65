using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>An account of its own for one case, and what a person does about it.</summary>
internal sealed class TestAccount(SidecarApp app, string name)
{
    private string? _board;

    public SidecarApp App => app;
    public string Name => name;
    public string Id { get; private set; } = "";

    /// <summary>The board "Home decor" that every simulated user has.</summary>
    public string Board => _board ??= Pinterest!.Boards.Values.Single(board => board.Name == "Home decor").Id;

    public string Query => $"?account_id={Id}";

    public AccountRow Row => app.Services.GetRequiredService<AccountStore>().Find(Id)!;

    public async Task OpenAsync() => Id = await app.SimulatorAccountAsync(name);

    public void Order(FaultRule fault) => app.Services.GetRequiredService<ActiveFaults>().Add(fault with { Account = name });

    /// <summary>Nothing goes wrong from here on.</summary>
    public void ClearFaults() => app.Services.GetRequiredService<ActiveFaults>().Clear(account => account == name);

    public int Calls(string operation) =>
        app.Services.GetRequiredService<RequestLog>().Requests.Count(
            request => request.Operation == operation && Pinterest is { } user && request.AccountId == user.Id);

    public IReadOnlyList<SimulatedPin> PinsThere() =>
        [.. app.Services.GetRequiredService<ControlHandlers>().Pins(name).Where(pin => !pin.IsForeign)];

    public JsonObject Pin(params (string Field, JsonNode? Value)[] fields) =>
        SidecarApp.Pin([("account_id", Id), ("board", null), ("board_id", Board), .. fields]);

    public async Task<string> SectionAsync(string called) =>
        (string)(await app.PostAsync($"/v1/boards/{Board}/sections{Query}", new { name = called }))["id"]!;

    public async Task<string> PublishedAsync() => (string)(await app.SettledAsync(await app.PublishAsync(Pin())))["id"]!;

    public void PutForeignPins(int count, string? section)
    {
        for (var pin = 0; pin < count; pin++)
        {
            app.Services.GetRequiredService<ForeignPins>().Add(new ForeignPin(name, Board)
            {
                SectionId = section,
                Title = $"Somebody's {pin}",
                CreatedAt = app.Clock!.GetUtcNow().AddSeconds(-30 - pin),
            });
        }
    }

    /// <summary>What a person does about an account that is held: connect it again, or resume it.</summary>
    public Task RecoverAsync() => Row.Status == AccountStatus.ReconnectRequired
        ? app.PostAsync("/v1/accounts", new { environment = "simulator", name })
        : app.PostAsync($"/v1/accounts/{Id}/resume");

    private SimulatedAccount? Pinterest => app.Services.GetRequiredService<SimulatorState>().FindAccount(name);
}
