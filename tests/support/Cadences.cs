using System.Text.Json.Nodes;
using Connector.Publishing.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>What a test wants of an account's cadence, and what became of its pins.</summary>
internal static class Cadences
{
    /// <summary>Changes settings of an account; null is no such rule.</summary>
    public static async Task<JsonNode> SetAsync(this SidecarApp app, string accountId, object settings) =>
        (await SidecarApp.SendAsync(app.Admin, HttpMethod.Patch, $"/v1/accounts/{accountId}", new { settings }))["settings"]!;

    /// <summary>Waits until a pin is published, and says when its request left.</summary>
    public static async Task<DateTimeOffset> WentAtAsync(this SidecarApp app, string pinId)
    {
        var pin = await app.EndedAsync(pinId);
        if ((string?)pin["status"] != "published") throw new InvalidOperationException($"Not published: {pin.ToJsonString()}");

        var attempts = await app.GetAsync($"/v1/pins/{pinId}/attempts");
        return Time(attempts["items"]!.AsArray().Max(attempt => (string)attempt!["started_at"]!));
    }

    /// <summary>Waits until a pin's status is final; time moves only while nothing is under way, so that no answer seems late.</summary>
    public static async Task<JsonNode> EndedAsync(this SidecarApp app, string pinId)
    {
        var account = (string)(await app.GetAsync($"/v1/pins/{pinId}"))["account_id"]!;
        for (var look = 0; look < 2000; look++)
        {
            var wakeAt = await app.LookAgainAsync(account);
            var isBusy = (await app.GetAsync($"/v1/pins?status=publishing&account_id={account}"))["items"]!.AsArray().Count > 0;
            var pin = await app.GetAsync($"/v1/pins/{pinId}");
            if (pin["waiting_for"] is null) return pin;
            if (isBusy || wakeAt is null) await Task.Yield();
            else app.Clock!.AdvanceTo(wakeAt.Value);
        }

        throw new TimeoutException($"Pin {pinId} did not come to an end.");
    }

    /// <summary>When a pin that waits is expected to go.</summary>
    public static async Task<DateTimeOffset> ExpectedAtAsync(this SidecarApp app, string pinId) =>
        Time((string?)(await app.GetAsync($"/v1/pins/{pinId}"))["eta"]!["expected_at"]);

    /// <summary>Has the account's lane look again, waits until it has, and says when it wants to look next.</summary>
    public static async Task<DateTimeOffset?> LookAgainAsync(this SidecarApp app, string accountId)
    {
        var lane = app.Services.GetRequiredService<AccountWorkers>().Of(accountId);
        // It may be at the end of a look that saw nothing of what the test has just done.
        await OnceAsync();
        return await OnceAsync();

        async Task<DateTimeOffset?> OnceAsync()
        {
            var parked = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
            lane.Idle += Note;
            lane.Wake();
            var wakeAt = await parked.Task.WaitAsync(WorkerObserver.Patience);
            lane.Idle -= Note;
            return wakeAt;

            void Note(DateTimeOffset? at) => parked.TrySetResult(at);
        }
    }

    public static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!);
}
