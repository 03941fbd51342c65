using System.Text.Json.Nodes;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Checks;

/// <summary>What the sidecar shows of its pins, over HTTP.</summary>
internal sealed class SidecarView(Uri address) : IDisposable
{
    private const int AtOnce = 8, VideoBytes = 8 * 1024 * 1024;

    // No pin of these runs waits longer.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2), PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly SidecarCalls _calls = new(address);

    public void Dispose() => _calls.Dispose();

    /// <summary>Connects accounts, and returns every board a pin may go to.</summary>
    public async Task<List<(string AccountId, string BoardId)>> PrepareAsync(IEnumerable<string> accounts)
    {
        var boards = new List<(string, string)>();
        foreach (var name in accounts)
        {
            var account = (string)(await _calls.PostAsync("/v1/accounts", new { environment = "simulator", name }))["id"]!;
            // A cadence would only slow these runs down.
            await _calls.PatchAsync($"/v1/accounts/{account}", new { settings = new { pins_per_day = (int?)null } });
            var found = (await _calls.GetAsync($"/v1/boards?account_id={account}"))["items"]!.AsArray();
            boards.AddRange(found.Select(board => (account, (string)board!["id"]!)));
        }

        return boards;
    }

    /// <summary>Uploads a video large enough that sending it on takes a while, and returns its id.</summary>
    public async Task<string> UploadVideoAsync()
    {
        using var video = new ByteArrayContent([.. SampleMedia.Movie(), .. SampleMedia.Box("free", new byte[VideoBytes])]);
        return (string)(await _calls.PostAsync("/v1/assets", video))["id"]!;
    }

    /// <summary>Registers a webhook for the ends of pins.</summary>
    public static async Task RegisterWebhookAsync(Uri address, string hook)
    {
        using var calls = new SidecarCalls(address);
        await calls.PostAsync(
            "/v1/webhooks", new { url = hook, events = new[] { "pin.published", "pin.failed", "pin.unconfirmed", "pin.canceled" } });
    }

    /// <summary>All pins, or those in one status.</summary>
    public async Task<List<ShownPin>> PinsAsync(string? status = null)
    {
        var pins = new List<ShownPin>();
        string? cursor = null;
        do
        {
            var page = await _calls.GetAsync(
                $"/v1/pins?limit=250{(status is null ? "" : $"&status={status}")}{(cursor is null ? "" : $"&cursor={cursor}")}");
            pins.AddRange(page["items"]!.AsArray().Select(Read));
            cursor = (string?)page["next_cursor"];
        } while (cursor is not null);

        return pins;
    }

    /// <summary>Waits until the queue is empty, or until nothing has changed for long; the comparison then says what is stuck.</summary>
    public async Task RestAsync()
    {
        var (last, since) = (-1, System.Diagnostics.Stopwatch.GetTimestamp());
        while (true)
        {
            var moving = (await PinsAsync("queued")).Count + (await PinsAsync("publishing")).Count + (await PinsAsync("scheduled")).Count;
            if (moving == 0) return;
            if (moving != last) (last, since) = (moving, System.Diagnostics.Stopwatch.GetTimestamp());
            else if (System.Diagnostics.Stopwatch.GetElapsedTime(since) > Timeout) return;
            await Task.Delay(PollInterval);
        }
    }

    /// <summary>Reads every accepted pin by its id, and sends it once more with its key.</summary>
    public Task RepeatAllAsync(PinRequestLog requests, Callers callers) => Parallel.ForEachAsync(
        requests.All.Where(request => request.PinId is not null),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (request, _) =>
        {
            using var answer = await _calls.Http.GetAsync($"/v1/pins/{request.PinId}", CancellationToken.None);
            if (!answer.IsSuccessStatusCode) requests.AddUnexpected($"lost: GET /v1/pins/{request.PinId} says {(int)answer.StatusCode}.");
            await callers.RepeatAsync(request);
        });

    private static ShownPin Read(JsonNode? pin) => new(
        (string)pin!["id"]!, (string?)pin["title"], (string)pin["status"]!, (string?)pin["pinterest_pin_id"],
        (string?)pin["waiting_for"]?["code"]);
}
