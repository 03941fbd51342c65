using System.Diagnostics;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Power;

/// <summary>What a sidecar wrote to its disk and what it sent, from its first start on, in order.</summary>
internal sealed record Recording(IReadOnlyList<DiskEvent> Events)
{
    private const int PinsWanted = 600, LongestString = 65536;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly HashSet<string> Files = ["connector.db", "connector.db-wal", "connector.db-journal"];

    public static bool IsPossible
    {
        get
        {
            try
            {
                using var strace = Process.Start(
                    new ProcessStartInfo("strace", ["-f", "--seccomp-bpf", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
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
    public static async Task<Recording> MakeAsync(
        string program, string[] before, Workspace workspace, SimulatedPinterest pinterest, int seed)
    {
        var data = workspace.NewFolder();
        var trace = Path.Combine(workspace.NewFolder(), "trace");
        var launch = new Launch("strace", data, Workspace.FreeAddress(), pinterest.Url)
        {
            Before =
            [
                "-f", "--seccomp-bpf", "-y", "-xx", "-s", $"{LongestString}", "-o", trace, "-e", $"trace={Trace.Calls}", program, .. before,
            ],
        };

        var requests = await PublishAsync(launch, pinterest, seed);
        var recording = new Recording([.. Trace.Read(File.ReadLines(trace), data, Files)]);
        recording.Check(requests);
        return recording;
    }

    public string Describe() =>
        $"{Events.OfType<Written>().Count()} writes, {Events.OfType<Synced>().Count()} syncs, {Events.OfType<Answered>().Count()} pins "
            + $"accepted, {Events.OfType<Sent>().Count()} creates sent";

    private static async Task<PinRequestLog> PublishAsync(Launch launch, SimulatedPinterest pinterest, int seed)
    {
        await using var sidecar = await Sidecar.ReadyAsync(launch);
        using var load = await LoadRun.OnRunningAsync(launch, pinterest, seed, "eve", "finn");
        while (load.Requests.Answered < PinsWanted && load.Requests.UnexpectedAnswers.Count == 0)
            await Task.Delay(PollInterval, CancellationToken.None);
        await load.RestAsync();
        await sidecar.StopAsync();
        return load.Requests;
    }

    /// <summary>A trace that misses what the callers saw would find no damage where there is some.</summary>
    private void Check(PinRequestLog requests)
    {
        if (requests.UnexpectedAnswers.FirstOrDefault() is { } unexpected) throw new InvalidOperationException(unexpected);
        var seen = Events.OfType<Answered>().Select(answered => answered.PinId).ToHashSet();
        var missed = requests.All.Count(request => request.PinId is { } id && !seen.Contains(id));
        if (missed > 0 || seen.Count == 0)
            throw new InvalidOperationException($"{missed} of {requests.Answered} answers are not in the trace.");
        if (!Events.OfType<Sent>().Any()) throw new InvalidOperationException("No create is in the trace.");
    }
}
