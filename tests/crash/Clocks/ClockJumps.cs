using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Clocks;

/// <summary>
/// The same load while the wall clock is set back and forward by an hour, on a running sidecar and between a kill and the next start.
/// </summary>
internal static class ClockJumps
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Span = TimeSpan.FromSeconds(3);
    private static readonly int[] Hours = [0, -1, 0, 1, 0, 1, -1, 0];

    public static async Task<int> RunAsync(RunSize size)
    {
        using var workspace = new Workspace();
        await using var pinterest = await SimulatedPinterest.StartAsync();
        var launch = new Launch(Environment.ProcessPath!, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
        {
            Before = ["host", VariantHost.Clock],
            StandardInput = Line(0),
        };
        using var load = await LoadRun.BeginAsync(launch, pinterest, size.Seed);
        var wrong = new List<string>();
        var sidecar = await Sidecar.ReadyAsync(launch);
        foreach (var (index, hours) in Hours.Index())
        {
            if (index % 3 == 2) sidecar = await RestartAsync(sidecar, launch, hours);
            else await sidecar.WriteLineAsync(Line(hours));
            await Task.Delay(Span);
            wrong.AddRange(await WithoutReasonAsync(launch));
        }

        // What was postponed while the clock was an hour ahead waits for that hour, so the clock is set to it.
        var waiting = await WaitingAsync(launch);
        sidecar = await RestartAsync(sidecar, launch, hours: 1);
        await load.RestAsync();
        var findings = await load.CompareAsync();
        await sidecar.StopAsync();
        await sidecar.DisposeAsync();

        if (DatabaseFile.Check(launch.Data) is var said and not "ok") wrong.Add($"The database is damaged: {said}");
        string[] broken = [.. findings.Broken, .. wrong, .. load.Requests.UnexpectedAnswers];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("clock set, in hours off", string.Join(", ", Hours)),
            .. findings.Rows,
            ("waited once the clock was right", waiting),
        ], broken, size.Seed);
    }

    private static async Task<Sidecar> RestartAsync(Sidecar sidecar, Launch launch, int hours)
    {
        await sidecar.KillAsync();
        await sidecar.DisposeAsync();
        return await Sidecar.ReadyAsync(launch with { StandardInput = Line(hours) });
    }

    private static async Task<IEnumerable<string>> WithoutReasonAsync(Launch launch)
    {
        using var view = new SidecarView(launch.Address);
        return Comparison.WithoutReason(await view.PinsAsync());
    }

    private static async Task<int> WaitingAsync(Launch launch)
    {
        using var view = new SidecarView(launch.Address);
        return (await view.PinsAsync("queued")).Count;
    }

    private static string Line(int hours) => (hours * Hour).ToString();
}
