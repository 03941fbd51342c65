using Connector.Accounts;
using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>What a test sees and orders on the other side, past the API.</summary>
internal static class SimulatorView
{
    /// <summary>How often Pinterest was called for this operation.</summary>
    public static int CallsOf(this SidecarApp app, string operation) =>
        app.Services.GetRequiredService<RequestLog>().Requests.Count(request => request.Operation == operation);

    /// <summary>Orders a fault for calls in the account's name.</summary>
    public static void Order(this SidecarApp app, string accountId, string fault, string operation, int? times = null)
    {
        var account = app.Services.GetRequiredService<AccountStore>().Find(accountId)!;
        app.Services.GetRequiredService<FaultOrders>().Add(
            new FaultOrder(account.PinterestUserId, fault) { Operation = operation, Times = times });
    }

    /// <summary>Does something on Pinterest without the sidecar noticing, as the user would in the app.</summary>
    public static Task<T> ElsewhereAsync<T>(this SidecarApp app, string accountId, Func<PinterestClient, PinterestSession, Task<T>> act) =>
        app.Services.GetRequiredService<AccountSessions>().CallAsync(
            accountId, (session, _) => act(app.Services.GetRequiredService<PinterestClient>(), session), CancellationToken.None);
}
