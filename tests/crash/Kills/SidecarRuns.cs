using Connector.Crash.Checks;
using Connector.Crash.Running;

namespace Connector.Crash.Kills;

/// <summary>The runs of one sidecar, each ended by SIGKILL, and what was found wrong between them.</summary>
internal sealed class SidecarRuns(Launch launch)
{
    private const int BetweenChecks = 50;

    private readonly List<TimeSpan> _restarts = [];
    private readonly List<string> _wrong = [];
    private int _killed;

    public ICollection<string> Wrong => _wrong;

    public long LongestLog { get; private set; }

    public TimeSpan MedianRestart => _restarts.Order().ElementAtOrDefault(_restarts.Count / 2);

    /// <summary>Starts it and kills it at its moment, which may be before it is ready.</summary>
    public async Task RunOneAsync(Kill kill)
    {
        await using var sidecar = Sidecar.Start(launch);
        if (!kill.WhileStarting)
        {
            if (await sidecar.BecomesReadyAsync() is not { } took)
                throw new InvalidOperationException($"The sidecar did not become ready after kill {_killed}:\n{sidecar.Output}");
            _restarts.Add(took);
            await CheckPinsAsync();
        }

        await Task.Delay(kill.After);
        await sidecar.KillAsync();
        CheckDisk(++_killed % BetweenChecks == 0);
    }

    private async Task CheckPinsAsync()
    {
        using var view = new SidecarView(launch.Address);
        _wrong.AddRange(Comparison.WithoutReason(await view.PinsAsync("publishing")));
    }

    public void CheckDisk(bool thoroughly)
    {
        LongestLog = Math.Max(LongestLog, DatabaseFile.LogBytes(launch.Data));
        if (LongestLog > DatabaseFile.LongestLog) _wrong.Add($"The log grew to {LongestLog / 1024 / 1024} MB.");
        if (thoroughly && DatabaseFile.Check(launch.Data) is var said and not "ok")
            _wrong.Add($"After kill {_killed} the database is damaged: {said}");
    }
}
