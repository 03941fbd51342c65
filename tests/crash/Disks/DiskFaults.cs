using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Disks;

/// <summary>
/// The same load while the disk is full, or its files are read-only, for a while; in some rounds the sidecar is killed meanwhile.
/// </summary>
internal static class DiskFaults
{
    private const int Megabytes = 48, RoundsPerFault = 4;
    private const double Killed = 0.5;

    public static async Task<int> RunAsync(RunSize size)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await SimulatedPinterest.StartAsync();
        using var disk = TinyDisk.TryMount(Megabytes);
        var code = 0;
        (string Unavailable, DiskFault? Fault)[] faults =
        [
            (TinyDisk.Unavailable, disk is null ? null : DiskFault.Full(disk)),
            (
                "Files cannot be made immutable here; that needs Linux, root and a file system such as ext4.",
                DiskFault.ReadOnly(workspace.NewFolder())
            ),
        ];
        foreach (var (unavailable, fault) in faults)
        {
            if (fault is null) System.Console.WriteLine(unavailable);
            else code |= await RunFaultAsync(fault, program, pinterest, workspace, size);
        }

        return code;
    }

    private static async Task<int> RunFaultAsync(
        DiskFault fault, string program, SimulatedPinterest pinterest, Workspace workspace, RunSize size)
    {
        var random = new Random(size.Seed);
        var launch = new Launch(program, fault.Data, Workspace.FreeAddress(), pinterest.Url)
        {
            // The setting would refuse pins before the disk does.
            Settings = ["Connector:Database:FreeSpaceFloorBytes=0"],
        };
        using var load = await LoadRun.BeginAsync(launch, pinterest, size.Seed);
        var wrong = new List<string>();
        var faults = Math.Max(2, size.Rounds / RoundsPerFault);
        for (var round = 0; round < faults; round++) wrong.AddRange(await RunOneAsync(launch, fault, random));
        if (load.Requests.Refused == 0) wrong.Add($"not effective: nobody was refused while: {fault.Name}.");

        Findings findings;
        await using (var last = await Sidecar.ReadyAsync(launch))
        {
            await load.RestAsync();
            findings = await load.CompareAsync();
            await last.StopAsync();
        }

        if (DatabaseFile.Check(launch.Data) is var said and not "ok") wrong.Add($"The database is damaged: {said}");
        string[] broken = [.. findings.Broken, .. wrong, .. load.Requests.UnexpectedAnswers];
        workspace.IsKept |= broken.Length > 0;
        return Report.Print(
        [
            ("fault", $"{fault.Name}, {faults} times"),
            .. findings.Rows,
            ("refused with 503", $"{load.Requests.Refused}, all asked again with the same key"),
        ], broken, size.Seed);
    }

    /// <summary>One round: no fault, the fault, sometimes a kill and a start during it, and no fault again.</summary>
    private static async Task<IEnumerable<string>> RunOneAsync(Launch launch, DiskFault fault, Random random)
    {
        await using var sidecar = await Sidecar.ReadyAsync(launch);
        await PauseAsync(random);
        fault.Begin();
        try
        {
            await PauseAsync(random);
            if (random.NextDouble() < Killed)
            {
                // It may refuse to start, or start and refuse pins; it must not lose any.
                await sidecar.KillAsync();
                await using var restarted = Sidecar.Start(launch);
                await PauseAsync(random);
            }
        }
        finally
        {
            fault.End();
        }

        await PauseAsync(random);
        return DatabaseFile.LogBytes(launch.Data) > DatabaseFile.LongestLog ? ["The log grew without bound."] : [];
    }

    private static Task PauseAsync(Random random) => Task.Delay(TimeSpan.FromSeconds(0.5 + 1.5 * random.NextDouble()));
}
