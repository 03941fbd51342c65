using System.Diagnostics;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Power;

/// <summary>What a sidecar did to its disk and what it told others, from its first start on, in order.</summary>
internal sealed record Recording(IReadOnlyList<DiskEvent> Events)
{
    private const int PinsWanted = 600, LongestString = 65536;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly HashSet<string> Files = ["connector.db", "connector.db-wal", "connector.db-journal"];

    public static bool IsPossible
    {
        get
        {
            try
            {
                using var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "--seccomp-bpf", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
                strace.WaitForExit();
                return strace.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Runs a new sidecar under strace while callers publish.</summary>
    public static async Task<Recording> MakeAsync(string program, string[] before, Workspace workspace, OtherSide pinterest, int seed)
    {
        var data = workspace.NewFolder();
        var trace = Path.Combine(workspace.NewFolder(), "trace");
        var launch = new Launch("strace", data, Workspace.FreeAddress(), pinterest.Url)
        {
            Before = ["-f", "--seccomp-bpf", "-y", "-xx", "-s", $"{LongestString}", "-o", trace, "-e", $"trace={Trace.Calls}", program, .. before],
        };

        var book = await PublishAsync(launch, pinterest, seed);
        var recording = new Recording([.. Trace.Read(File.ReadLines(trace), data, Files)]);
        recording.Check(book);
        return recording;
    }

    public string Describe() =>
        $"{Events.OfType<Written>().Count()} writes, {Events.OfType<Synced>().Count()} syncs, {Events.OfType<Answered>().Count()} pins accepted, {Events.OfType<Sent>().Count()} creates sent";

    private static async Task<Book> PublishAsync(Launch launch, OtherSide pinterest, int seed)
    {
        await using var sidecar = await Sidecar.ReadyAsync(launch);
        using var trial = await Trial.OnRunningAsync(launch, pinterest, seed);
        while (trial.Book.Answered < PinsWanted && trial.Book.Surprises.Count == 0) await Task.Delay(BetweenLooks, CancellationToken.None);
        await trial.RestAsync();
        await sidecar.StopAsync();
        return trial.Book;
    }

    /// <summary>A trace that missed what the callers saw would find nothing and say that all is well.</summary>
    private void Check(Book book)
    {
        if (book.Surprises.FirstOrDefault() is { } surprise) throw new InvalidOperationException(surprise);
        var seen = Events.OfType<Answered>().Select(answered => answered.PinId).ToHashSet();
        var missed = book.All.Count(wanted => wanted.PinId is { } id && !seen.Contains(id));
        if (missed > 0 || seen.Count == 0) throw new InvalidOperationException($"{missed} of {book.Answered} answers are not in the trace.");
        if (!Events.OfType<Sent>().Any()) throw new InvalidOperationException("No create is in the trace.");
    }
}
