using System.Diagnostics;
using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Kills;

/// <summary>
/// A load of pins, a sidecar killed at random moments while it takes and publishes them, and both sides compared at the end.
/// </summary>
internal static class KillRounds
{
    private const int BetweenReports = 50;

    public static async Task<int> RunAsync(RunSize size)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await SimulatedPinterest.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var launch = new Launch(program, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
        {
            Settings = [WebhookCalls.ToLoopback],
        };
        using var load = await LoadRun.BeginAsync(launch, pinterest, size.Seed, listener.Url);
        var begun = Stopwatch.GetTimestamp();

        var runs = new SidecarRuns(launch);
        foreach (var (round, kill) in Kill.Plan(size.Rounds, size.Seed).Index())
        {
            await runs.RunOneAsync(kill);
            if ((round + 1) % BetweenReports == 0)
                System.Console.Error.WriteLine(
                    $"{round + 1} kills, {load.Requests.Answered} pins accepted, {pinterest.Pins.Count} on Pinterest …");
        }

        Findings findings;
        IReadOnlyList<string> undelivered;
        await using (var last = await Sidecar.ReadyAsync(launch))
        {
            await load.RestAsync();
            findings = await load.CompareAsync();
            undelivered = await listener.MissingAsync(await load.PinsAsync());
            await last.StopAsync();
        }

        runs.CheckDisk(thoroughly: true);
        var (videos, uploads) = (load.Requests.Videos, pinterest.Uploads);
        if (uploads > videos) runs.Wrong.Add($"{uploads} uploads arrived of {videos} videos: one that had arrived was sent again.");
        string[] broken = [.. findings.Broken, .. undelivered, .. runs.Wrong, .. load.Requests.UnexpectedAnswers];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("kills", size.Rounds),
            .. findings.Rows,
            ("endings delivered", $"{listener.Received.Events} in {listener.Received.Requests} requests, {undelivered.Count} never"),
            ("videos among them", $"{videos}; {uploads} uploads arrived"),
            ("requests without an answer", $"{load.Requests.Unanswered}, all asked again with the same key"),
            ("restart until ready, median", $"{runs.MedianRestart.TotalMilliseconds:0} ms"),
            ("largest log", $"{runs.LongestLog / 1024.0 / 1024:0.0} MB"),
            ("took", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"),
        ], broken, size.Seed);
    }
}
