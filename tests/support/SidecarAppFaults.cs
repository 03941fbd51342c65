using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>What a test may order from, and ask of, the simulator inside a sidecar.</summary>
internal static class SidecarAppFaults
{
    /// <summary>Orders a fault for every account the first start made ("Simulator").</summary>
    public static void Order(
        this SidecarApp app, string fault, int times = 1, double? seconds = null, bool headers = true, string account = "simulator") =>
        app.Services.GetRequiredService<FaultOrders>().Add(
            new FaultOrder(account, fault) { Times = times, Seconds = seconds, Headers = headers });

    /// <summary>Somebody else puts a pin on an account's board.</summary>
    public static void AddForeignPin(this SidecarApp app, string account, string boardId, string title) =>
        app.Services.GetRequiredService<ForeignPins>().Add(new ForeignPin(account, boardId) { Title = title });

    public static int PinsOnPinterest(this SidecarApp app) => app.Services.GetRequiredService<ControlRequests>().Pins(null).Count;

    /// <summary>Calls the simulator's own limiter counted over the limit.</summary>
    public static IReadOnlyCollection<object> Violations(this SidecarApp app) =>
        [.. app.Services.GetRequiredService<CallLimiter>().Violations];

    public static IReadOnlyList<SeenRequest> Requests(this SidecarApp app) => [.. app.Services.GetRequiredService<RequestLog>().Requests];
}
