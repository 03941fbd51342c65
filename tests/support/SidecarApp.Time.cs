using System.Text.Json.Nodes;
using Connector.Publishing.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <content>Virtual time: it moves while an account's worker waits.</content>
public partial class SidecarApp
{
    private readonly Dictionary<string, WorkerObserver> _observers = [];

    /// <summary>Waits until the pin's status is final, moving virtual time to whenever its lane wants to look again.</summary>
    public async Task<JsonNode> SettledAsync(string pinId)
    {
        if (Clock is null) return await GetAsync($"/v1/pins/{pinId}?wait=30");

        string? account = null;
        for (var look = 0; look < 4000; look++)
        {
            // Asked before the pin is: what it shows may be old by the time the lane has come to rest, and time must not be moved past its
            // end.
            var rested = account is not null && IsAtRest(account);
            var pin = await GetAsync($"/v1/pins/{pinId}");
            if ((string?)pin["waiting_for"]?["code"] is null) return pin;

            account = (string)pin["account_id"]!;
            if (rested || !IsAtRest(account)) await StepAsync(account);
        }

        throw new TimeoutException($"Pin {pinId} did not settle.");
    }

    /// <summary>Lets the account's lane do what it can now; when it has nothing to do, moves time to when it has.</summary>
    public async Task StepAsync(string accountId)
    {
        if (IsAtRest(accountId)) Clock!.AdvanceTo(Lane(accountId).WakeAt!.Value);
        else await Clock!.WaitOutAsync(Observer(accountId).ParkedAgainAsync());
    }

    /// <summary>The account's lane has done all it can before a time to come.</summary>
    public bool IsAtRest(string accountId) =>
        Lane(accountId) is { PendingAnswers: 0, WakeAt: { } wakeAt } && wakeAt > Clock!.GetUtcNow();

    private AccountWorker Lane(string accountId) => Services.GetRequiredService<AccountWorkers>().Of(accountId);

    private WorkerObserver Observer(string accountId) =>
        _observers.TryGetValue(accountId, out var known) ? known : _observers[accountId] = new WorkerObserver(Lane(accountId));
}
