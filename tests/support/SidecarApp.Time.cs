using System.Text.Json.Nodes;
using Connector.Publishing.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <content>Virtual time: it moves while an account's worker waits.</content>
public partial class SidecarApp
{
    private readonly Dictionary<string, WorkerObserver> _observers = [];

    /// <summary>Waits until the pin's status is final, moving virtual time to whenever its account's worker wakes next.</summary>
    public async Task<JsonNode> SettledAsync(string pinId)
    {
        if (Clock is null) return await GetAsync($"/v1/pins/{pinId}?wait=30");

        string? account = null;
        for (var step = 0; step < 4000; step++)
        {
            // Read before the pin: a pin that was read while the worker ran may be out of date, and time must not move past its end.
            var wasIdle = account is not null && IsAtRest(account);
            var pin = await GetAsync($"/v1/pins/{pinId}");
            if ((string?)pin["waiting_for"]?["code"] is null) return pin;

            account = (string)pin["account_id"]!;
            if (wasIdle || !IsAtRest(account)) await StepAsync(account);
        }

        throw new TimeoutException($"Pin {pinId} did not reach a final status within 4,000 steps.");
    }

    /// <summary>Lets the account's worker do what is due; when nothing is due, moves time to when it wakes.</summary>
    public async Task StepAsync(string accountId)
    {
        if (IsAtRest(accountId)) Clock!.AdvanceTo(Worker(accountId).WakeAt!.Value);
        else await Clock!.WaitOutAsync(Observer(accountId).IdleAgainAsync());
    }

    /// <summary>The account's worker has nothing to do until a later time.</summary>
    public bool IsAtRest(string accountId) =>
        Worker(accountId) is { PendingAnswers: 0, WakeAt: { } wakeAt } && wakeAt > Clock!.GetUtcNow();

    private AccountWorker Worker(string accountId) => Services.GetRequiredService<AccountWorkers>().Of(accountId);

    private WorkerObserver Observer(string accountId) =>
        _observers.TryGetValue(accountId, out var known) ? known : _observers[accountId] = new WorkerObserver(Worker(accountId));
}
