using Connector.Crash.Judging;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Clocks;

/// <summary>The same load while the wall clock is set back and forward by an hour, on a running sidecar and between a kill and the next start.</summary>
internal static class ClockJumps
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Span = TimeSpan.FromSeconds(3);
    private static readonly int[] Hours = [0, -1, 0, 1, 0, 1, -1, 0];

    public static async Task<int> RunAsync(RunSize effort)
    {
        using var workspace = new Workspace();
        await using var pinterest = await OtherSide.StartAsync();
        var launch = new Launch(Environment.ProcessPath!, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
        {
            Before = ["host", VariantHost.Clock],
            Told = Line(0),
        };
        using var trial = await Trial.BeginAsync(launch, pinterest, effort.Seed);
        var wrong = new List<string>();
        var sidecar = await Sidecar.ReadyAsync(launch);
        foreach (var (index, hours) in Hours.Index())
        {
            if (index % 3 == 2) sidecar = await RestartAsync(sidecar, launch, hours);
            else await sidecar.TellAsync(Line(hours));
            await Task.Delay(Span);
            wrong.AddRange(await SilentAsync(launch));
        }

        // What was looked for or put off while the clock was an hour ahead waits for that hour; nobody wants to wait for it here.
        var waiting = await WaitingAsync(launch);
        sidecar = await RestartAsync(sidecar, launch, hours: 1);
        await trial.RestAsync();
        var findings = await trial.CompareAsync();
        await sidecar.StopAsync();
        await sidecar.DisposeAsync();

        if (DatabaseFile.Check(launch.Data) is var said and not "ok") wrong.Add($"The database is damaged: {said}");
        string[] broken = [.. findings.Broken, .. wrong, .. trial.Book.Surprises];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("clock set, in hours off", string.Join(", ", Hours)),
            .. findings.Rows,
            ("waited once the clock was right", waiting),
        ], broken, effort.Seed);
    }

    private static async Task<Sidecar> RestartAsync(Sidecar sidecar, Launch launch, int hours)
    {
        await sidecar.KillAsync();
        await sidecar.DisposeAsync();
        return await Sidecar.ReadyAsync(launch with { Told = Line(hours) });
    }

    private static async Task<IEnumerable<string>> SilentAsync(Launch launch)
    {
        using var ours = new OurSide(launch.Address);
        return Comparison.Silent(await ours.PinsAsync());
    }

    private static async Task<int> WaitingAsync(Launch launch)
    {
        using var ours = new OurSide(launch.Address);
        return (await ours.PinsAsync("queued")).Count;
    }

    private static string Line(int hours) => (hours * Hour).ToString();
}
