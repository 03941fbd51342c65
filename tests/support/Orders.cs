using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.Tests.Support;

/// <summary>The control routes of the simulator that a sidecar publishes to.</summary>
public static class Orders
{
    /// <summary>Orders a fault, for the account that the first start makes unless another is named.</summary>
    public static async Task FaultAsync(
        this SidecarApp app, string fault, string? operation = null, double? seconds = null, int? times = null,
        string account = "simulator")
    {
        using var control = await app.SimulatorControlAsync();
        using var answer = await control.PostAsJsonAsync("/control/faults", new { account, fault, operation, seconds, times });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Every pin that is really on the simulator.</summary>
    public static Task<JsonArray> SimulatedPinsAsync(this SidecarApp app) => ReadAsync(app, "/control/pins");

    /// <summary>How often an operation arrived at the simulator.</summary>
    public static async Task<int> CountAsync(this SidecarApp app, string operation) =>
        (await ReadAsync(app, "/control/requests")).Count(request => (string?)request!["operation"] == operation);

    private static async Task<JsonArray> ReadAsync(SidecarApp app, string path)
    {
        using var control = await app.SimulatorControlAsync();
        return (await control.GetFromJsonAsync<JsonArray>(path))!;
    }
}
