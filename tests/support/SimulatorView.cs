using Connector.Accounts;
using Connector.Pinterest;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>What a test reads from, and orders of, the simulator inside a sidecar.</summary>
internal static class SimulatorView
{
    /// <summary>Orders a fault for the account that the first start makes ("simulator"), unless another username is given.</summary>
    public static void Order(
        this SidecarApp app, string fault, int times = 1, double? seconds = null, bool headers = true, string account = "simulator") =>
        app.Add(new FaultRule(account, fault) { Times = times, Seconds = seconds, Headers = headers });

    /// <summary>Orders a fault for the calls of an operation in the account's name.</summary>
    public static void Order(this SidecarApp app, string accountId, string fault, string operation, int? times = null)
    {
        var account = app.Services.GetRequiredService<AccountStore>().Find(accountId)!;
        app.Add(new FaultRule(account.PinterestUserId, fault) { Operation = operation, Times = times });
    }

    /// <summary>Somebody else puts a pin on an account's board.</summary>
    public static void AddForeignPin(this SidecarApp app, string account, string boardId, string title) =>
        app.Services.GetRequiredService<ForeignPins>().Add(new ForeignPin(account, boardId) { Title = title });

    public static int PinsOnPinterest(this SidecarApp app) => app.Services.GetRequiredService<ControlHandlers>().Pins(null).Count;

    /// <summary>The calls that went over a limit.</summary>
    public static IReadOnlyCollection<object> Violations(this SidecarApp app) =>
        [.. app.Services.GetRequiredService<CallLimiter>().Violations];

    public static IReadOnlyList<SeenRequest> Requests(this SidecarApp app) => app.Services.GetRequiredService<RequestLog>().Requests;

    /// <summary>How often Pinterest was called for this operation.</summary>
    public static int CallsOf(this SidecarApp app, string operation) => app.Requests().Count(request => request.Operation == operation);

    /// <summary>Does something on Pinterest without the sidecar noticing, as the user would in the app.</summary>
    public static Task<T> ElsewhereAsync<T>(this SidecarApp app, string accountId, Func<PinterestClient, PinterestSession, Task<T>> act) =>
        app.Services.GetRequiredService<AccountSessions>().CallAsync(
            accountId, (session, _) => act(app.Services.GetRequiredService<PinterestClient>(), session), CancellationToken.None);

    private static void Add(this SidecarApp app, FaultRule rule) => app.Services.GetRequiredService<ActiveFaults>().Add(rule);
}
