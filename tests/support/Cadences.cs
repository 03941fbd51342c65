using System.Text.Json.Nodes;
using Connector.Publishing;
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
        var pin = await app.SettledAsync(pinId);
        if ((string?)pin["status"] != "published") throw new InvalidOperationException($"Not published: {pin.ToJsonString()}");

        var attempts = await app.GetAsync($"/v1/pins/{pinId}/attempts");
        return Time(attempts["items"]!.AsArray().Max(attempt => (string)attempt!["started_at"]!));
    }

    /// <summary>When a pin that waits is expected to go.</summary>
    public static async Task<DateTimeOffset> ExpectedAtAsync(this SidecarApp app, string pinId) => Time((string?)(await app.GetAsync($"/v1/pins/{pinId}"))["eta"]!["expected_at"]);

    /// <summary>Has the account's lane look again, and waits until it has.</summary>
    public static async Task LookAgainAsync(this SidecarApp app, string accountId)
    {
        var lane = app.Services.GetRequiredService<Lanes>().Of(accountId);
        var parked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Parked += _ => parked.TrySetResult();
        lane.Ring();
        await parked.Task;
    }

    public static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!);
}
