using System.Text.Json.Nodes;
using Connector.Publishing.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>Sets an account's cadence, and waits for its pins.</summary>
internal static class Cadences
{
    /// <summary>Changes settings of an account; null removes a rule.</summary>
    public static async Task<JsonNode> SetAsync(this SidecarApp app, string accountId, object settings) =>
        (await SidecarApp.SendAsync(app.Admin, HttpMethod.Patch, $"/v1/accounts/{accountId}", new { settings }))["settings"]!;

    /// <summary>Waits until a pin is published, and returns when its last request was sent.</summary>
    public static async Task<DateTimeOffset> WentAtAsync(this SidecarApp app, string pinId)
    {
        var pin = await app.EndedAsync(pinId);
        if ((string?)pin["status"] != "published") throw new InvalidOperationException($"Not published: {pin.ToJsonString()}");

        var attempts = await app.GetAsync($"/v1/pins/{pinId}/attempts");
        return Time(attempts["items"]!.AsArray().Max(attempt => (string)attempt!["started_at"]!));
    }

    /// <summary>Waits until a pin's status is final; time moves only while no request is running, so that no answer seems late.</summary>
    public static async Task<JsonNode> EndedAsync(this SidecarApp app, string pinId)
    {
        var worker = app.WorkerOf((string)(await app.GetAsync($"/v1/pins/{pinId}"))["account_id"]!);
        for (var step = 0; step < 2000; step++)
        {
            var wakeAt = await worker.LookAgainAsync();
            // Asked before the pin is read: what ends in between is seen at the next step.
            var isBusy = worker.PendingAnswers != 0;
            var pin = await app.GetAsync($"/v1/pins/{pinId}");
            if (pin["waiting_for"] is null) return pin;
            if (isBusy || wakeAt is null) await worker.AnsweredAsync();
            else app.Clock!.AdvanceTo(wakeAt.Value);
        }

        throw new TimeoutException($"Pin {pinId} did not reach a final status within 2,000 steps.");
    }

    /// <summary>When a waiting pin is expected to be published.</summary>
    public static async Task<DateTimeOffset> ExpectedAtAsync(this SidecarApp app, string pinId) =>
        Time((string?)(await app.GetAsync($"/v1/pins/{pinId}"))["eta"]!["expected_at"]);

    /// <summary>Wakes the account's worker, waits until it is idle again, and returns when it will wake next.</summary>
    public static Task<DateTimeOffset?> LookAgainAsync(this SidecarApp app, string accountId) => app.WorkerOf(accountId).LookAgainAsync();

    private static AccountWorker WorkerOf(this SidecarApp app, string accountId) =>
        app.Services.GetRequiredService<AccountWorkers>().Of(accountId);

    private static async Task<DateTimeOffset?> LookAgainAsync(this AccountWorker worker)
    {
        // Its current run may have begun before what the test has just done.
        await OnceAsync();
        return await OnceAsync();

        Task<DateTimeOffset?> OnceAsync()
        {
            var idle = worker.NextIdleAsync();
            worker.Wake();
            return idle;
        }
    }

    /// <summary>Waits for the next answer of Pinterest; not at all when none is pending any more.</summary>
    private static Task AnsweredAsync(this AccountWorker worker)
    {
        var idle = worker.NextIdleAsync();
        if (worker.PendingAnswers == 0) worker.Wake();
        return idle;
    }

    private static async Task<DateTimeOffset?> NextIdleAsync(this AccountWorker worker)
    {
        var idle = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.Idle += OnIdle;
        try
        {
            return await idle.Task.WaitAsync(WorkerObserver.Timeout);
        }
        finally
        {
            worker.Idle -= OnIdle;
        }

        void OnIdle(DateTimeOffset? at) => idle.TrySetResult(at);
    }

    public static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!);
}
