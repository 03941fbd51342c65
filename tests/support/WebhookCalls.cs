using System.Text.Json.Nodes;
using Connector.Webhooks.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>Webhooks of a sidecar under test, and the rounds of its delivery worker.</summary>
public static class WebhookCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The setting that lets it post to receivers of tests.</summary>
    public const string ToLoopback = "Connector:Network:AllowPrivateAddresses=127.0.0.1";

    /// <summary>Has events posted there; the answer has the secret.</summary>
    public static Task<JsonNode> ListenAsync(this SidecarApp app, string url, params string[] events) =>
        app.PostAsync("/v1/webhooks", new { url, events = events.Length == 0 ? null : events });

    /// <summary>Waits until everything that is due has been delivered or has failed; says when there is something to do again.</summary>
    public static async Task<DateTimeOffset?> RestAsync(this SidecarApp app)
    {
        var deliverer = app.Services.GetRequiredService<DeliveryWorker>();
        var rested = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var parked = 0;
        deliverer.Waiting += Parked;
        deliverer.Wake();
        try
        {
            return await rested.Task.WaitAsync(Patience);
        }
        finally
        {
            deliverer.Waiting -= Parked;
        }

        void Parked(DateTimeOffset? wakeAt)
        {
            if (deliverer.InFlight > 0 || wakeAt <= app.Clock?.GetUtcNow()) return;
            // The first may have begun to look before the test asked.
            if (++parked == 1) deliverer.Wake();
            else rested.TrySetResult(wakeAt);
        }
    }

    /// <summary>Moves time to the next try, and waits until it has been made.</summary>
    public static async Task NextTryAsync(this SidecarApp app)
    {
        var at = await app.RestAsync() ?? throw new InvalidOperationException("Nothing waits to be delivered.");
        app.Clock!.AdvanceTo(at);
        await app.RestAsync();
    }

    /// <summary>The log of a webhook, newest first.</summary>
    public static async Task<JsonArray> LogAsync(this SidecarApp app, string webhookId) =>
        (await app.GetAsync($"/v1/webhooks/{webhookId}/deliveries"))["items"]!.AsArray();
}
