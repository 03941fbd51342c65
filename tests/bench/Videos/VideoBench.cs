using System.Diagnostics;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Tests.Support;

namespace Connector.Bench.Videos;

/// <summary>How much memory a large video takes on its way in and out again: it is streamed, so its size must not matter.</summary>
internal static class VideoBench
{
    private const long Small = 8 * 1024 * 1024, Large = 1024L * 1024 * 1024;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published)
    {
        // The simulator runs in another sidecar, so that what it takes to receive a file is not counted.
        var port = FreePort.Find();
        await using var pinterest = await RunningSidecar.StartAsync(
            published, workspace.NewFolder(), $"Connector:Simulator:Port={port}", "Connector:Simulator:MediaProcessing=00:00:01");
        await using var sidecar = await RunningSidecar.StartAsync(
            published, workspace.NewFolder(), $"Connector:Simulator:Url=http://127.0.0.1:{port}");

        // Small ones first, so that compiling is not measured.
        for (var warm = 0; warm < 3; warm++) await PublishAsync(sidecar, await GiveAsync(sidecar, Small + warm));
        var before = sidecar.Memory().Resident;
        var (asset, arriving) = await PeakAsync(sidecar, () => GiveAsync(sidecar, Large));
        var (_, leaving) = await PeakAsync(sidecar, () => PublishAsync(sidecar, asset));
        return
        [
            new("a video of 1 GB comes in: memory grows by", $"{arriving.Memory - before:0} MB", "< 64 MB",
                $"{before:0} MB become {arriving.Memory:0} MB; {Large / Megabyte / arriving.Took.TotalSeconds:0} MB/s, "
                    + "hashed, and on disk before the answer"),
            new("a video of 1 GB goes out: memory grows by", $"{leaving.Memory - before:0} MB", "< 64 MB",
                $"{leaving.Memory:0} MB; published {leaving.Took.TotalSeconds:0} s after the request, "
                    + "5 of them until the first look at how far Pinterest is"),
        ];
    }

    private static async Task<string> GiveAsync(RunningSidecar sidecar, long size) =>
        (string)(await sidecar.SendAsync("/v1/assets", new LargeVideo(size)))["id"]!;

    private static async Task<string> PublishAsync(RunningSidecar sidecar, string asset)
    {
        var id = (string)(await sidecar.SendAsync(
            HttpMethod.Post, "/v1/pins", new { board = "Home decor", title = "A film", asset_id = asset }))["id"]!;
        while (true)
        {
            var pin = await sidecar.SendAsync(HttpMethod.Get, $"/v1/pins/{id}?wait=60");
            if ((string?)pin["status"] == "published") return id;
            if (pin["waiting_for"] is null) throw new InvalidOperationException($"The video was not published: {pin}");
        }
    }

    /// <summary>What came of it, how long it took, and the most memory that was seen meanwhile.</summary>
    private static async Task<(string Result, (double Memory, TimeSpan Took) Peak)> PeakAsync(
        RunningSidecar sidecar, Func<Task<string>> run)
    {
        var begun = Stopwatch.GetTimestamp();
        var running = run();
        var most = 0.0;
        while (!running.IsCompleted)
        {
            most = Math.Max(most, sidecar.Memory().Resident);
            await Task.WhenAny(running, Task.Delay(PollInterval));
        }

        return (await running, (most, Stopwatch.GetElapsedTime(begun)));
    }
}
