using System.Text.Json.Nodes;
using Connector.Webhooks.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>Webhooks of a sidecar under test, and the runs of its delivery worker.</summary>
public static class WebhookCalls
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>The setting that lets it post to receivers of tests.</summary>
    public const string ToLoopback = "Connector:Network:AllowPrivateAddresses=127.0.0.1";

    /// <summary>Has events posted there; the answer has the secret.</summary>
    public static Task<JsonNode> ListenAsync(this SidecarApp app, string url, params string[] events) =>
        app.PostAsync("/v1/webhooks", new { url, events = events.Length == 0 ? null : events });

    /// <summary>Waits until everything that is due has been delivered or has failed; returns when something is due again.</summary>
    public static async Task<DateTimeOffset?> RestAsync(this SidecarApp app)
    {
        var deliverer = app.Services.GetRequiredService<DeliveryWorker>();
        var idle = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waits = 0;
        deliverer.Waiting += OnWaiting;
        deliverer.Wake();
        try
        {
            return await idle.Task.WaitAsync(Timeout);
        }
        finally
        {
            deliverer.Waiting -= OnWaiting;
        }

        void OnWaiting(DateTimeOffset? wakeAt)
        {
            if (deliverer.InFlight > 0 || wakeAt <= app.Clock?.GetUtcNow()) return;
            // Its current run may have begun before what the test has just done.
            if (++waits == 1) deliverer.Wake();
            else idle.TrySetResult(wakeAt);
        }
    }

    /// <summary>Moves time to the next try, and waits until it has been made.</summary>
    public static async Task NextTryAsync(this SidecarApp app)
    {
        var at = await app.RestAsync()
            ?? throw new InvalidOperationException("Nothing waits to be delivered; publish a pin or order a failing answer first.");
        app.Clock!.AdvanceTo(at);
        await app.RestAsync();
    }

    /// <summary>The log of a webhook, newest first.</summary>
    public static async Task<JsonArray> LogAsync(this SidecarApp app, string webhookId) =>
        (await app.GetAsync($"/v1/webhooks/{webhookId}/deliveries"))["items"]!.AsArray();
}
