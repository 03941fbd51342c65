using System.Diagnostics;
using Connector.Crash.Judging;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Kills;

/// <summary>A load of pins, a sidecar killed at random moments while it takes and publishes them, and both sides compared at the end.</summary>
internal static class KillRounds
{
    private static readonly string[] Accounts = ["ann", "ben", "cleo", "dora"];

    public static async Task<int> RunAsync(Effort effort)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await OtherSide.StartAsync();
        var launch = new Launch(program, workspace.NewFolder(), Workspace.FreeAddress(new Random(effort.Seed)), pinterest.Url);
        using var ours = new OurSide(launch.Address);

        var book = await BeginAsync(launch, ours, pinterest, effort.Seed);
        using var callers = new Callers(launch.Address, book, pinterest, effort.Seed);
        using var stop = new CancellationTokenSource();
        var begun = Stopwatch.GetTimestamp();
        var calling = callers.RunAsync(stop.Token);

        var lives = new Lives(launch);
        foreach (var (round, kill) in Kill.Plan(effort.Rounds, effort.Seed).Index())
        {
            await lives.LiveAsync(kill);
            if ((round + 1) % 50 == 0) Console.Error.WriteLine($"{round + 1} kills, {book.Answered} pins accepted, {pinterest.Pins.Count} on Pinterest …");
        }

        var findings = await EndAsync(launch, ours, pinterest, book, callers, calling, stop);
        lives.CheckDisk(thoroughly: true);
        string[] broken = [.. findings.Broken, .. lives.Wrong, .. book.Surprises];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("kills", effort.Rounds),
            ("accepted", findings.Accepted),
            ("published", findings.Published),
            ("unconfirmed", $"{findings.Unconfirmed} ({findings.UnconfirmedThere} of them on Pinterest)"),
            ("lost", findings.Lost.Count),
            ("duplicated", findings.Duplicated.Count),
            ("requests without an answer", $"{book.Unanswered}, all asked again with the same key"),
            ("restart until ready, median", $"{lives.MedianRestart.TotalMilliseconds:0} ms"),
            ("largest log", $"{lives.LongestLog / 1024.0 / 1024:0.0} MB"),
            ("took", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"),
        ], broken, effort.Seed);
    }

    /// <summary>The first life connects accounts and ends in an orderly way.</summary>
    private static async Task<Book> BeginAsync(Launch launch, OurSide ours, OtherSide pinterest, int seed)
    {
        await using var first = await Sidecar.ReadyAsync(launch);
        var boards = await ours.FurnishAsync(Accounts);
        foreach (var (index, account) in Accounts.Index()) pinterest.Trouble(account, seed + index);
        await first.StopAsync();
        return new Book("Crash", boards);
    }

    /// <summary>The last life answers whoever still asks, brings everything to rest, and is asked about every pin.</summary>
    private static async Task<Findings> EndAsync(
        Launch launch, OurSide ours, OtherSide pinterest, Book book, Callers callers, Task calling, CancellationTokenSource stop)
    {
        await using var last = await Sidecar.ReadyAsync(launch);
        await stop.CancelAsync();
        await calling;
        await ours.RestAsync();
        await ours.AskAgainAsync(book, callers);
        var shown = await ours.PinsAsync();
        await last.StopAsync();
        return Comparison.Of(
            book.All.Where(wanted => wanted.PinId is not null).Select(wanted => new AcceptedPin(wanted.Title, wanted.PinId!)),
            shown,
            [.. pinterest.Pins.Select(pin => new PinThere(pin.Id, pin.Title))]);
    }
}
