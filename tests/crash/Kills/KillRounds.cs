using System.Diagnostics;
using Connector.Crash.Judging;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Kills;

/// <summary>A load of pins, a sidecar killed at random moments while it takes and publishes them, and both sides compared at the end.</summary>
internal static class KillRounds
{
    private const int BetweenNews = 50;

    public static async Task<int> RunAsync(RunSize effort)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await OtherSide.StartAsync();
        await using var ear = await Ear.StartAsync();
        var launch = new Launch(program, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url) { Settings = [WebhookCalls.ToLoopback] };
        using var trial = await Trial.BeginAsync(launch, pinterest, effort.Seed, ear.Url);
        var begun = Stopwatch.GetTimestamp();

        var lives = new Lives(launch);
        foreach (var (round, kill) in Kill.Plan(effort.Rounds, effort.Seed).Index())
        {
            await lives.LiveAsync(kill);
            if ((round + 1) % BetweenNews == 0) Console.Error.WriteLine($"{round + 1} kills, {trial.Book.Answered} pins accepted, {pinterest.Pins.Count} on Pinterest …");
        }

        Findings findings;
        IReadOnlyList<string> unheard;
        await using (var last = await Sidecar.ReadyAsync(launch))
        {
            await trial.RestAsync();
            findings = await trial.CompareAsync();
            unheard = await ear.MissesAsync(await trial.PinsAsync());
            await last.StopAsync();
        }

        lives.CheckDisk(thoroughly: true);
        var (videos, uploads) = (trial.Book.Videos, pinterest.Uploads);
        if (uploads > videos) lives.Wrong.Add($"{uploads} uploads arrived of {videos} videos: one that had arrived was sent again.");
        string[] broken = [.. findings.Broken, .. unheard, .. lives.Wrong, .. trial.Book.Surprises];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("kills", effort.Rounds),
            .. findings.Rows,
            ("endings told", $"{ear.Heard.Events} in {ear.Heard.Requests} requests, {unheard.Count} never"),
            ("videos among them", $"{videos}; {uploads} uploads arrived"),
            ("requests without an answer", $"{trial.Book.Unanswered}, all asked again with the same key"),
            ("restart until ready, median", $"{lives.MedianRestart.TotalMilliseconds:0} ms"),
            ("largest log", $"{lives.LongestLog / 1024.0 / 1024:0.0} MB"),
            ("took", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"),
        ], broken, effort.Seed);
    }
}
