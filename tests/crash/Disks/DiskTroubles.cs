using Connector.Crash.Judging;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Disks;

/// <summary>The same load while the disk is full, or its file read-only, for a while; now and then the sidecar is killed meanwhile.</summary>
internal static class DiskTroubles
{
    private const int Megabytes = 48, RoundsPerTrouble = 4;
    private const double Killed = 0.5;

    public static async Task<int> RunAsync(RunSize effort)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await OtherSide.StartAsync();
        using var disk = TinyDisk.TryMount(Megabytes);
        var code = 0;
        foreach (var (name, trouble) in new[] { (TinyDisk.Unavailable, disk is null ? null : DiskTrouble.Full(disk)), ("Files cannot be made immutable here; that needs Linux, root and a file system such as ext4.", DiskTrouble.ReadOnly(workspace.NewFolder())) })
        {
            if (trouble is null) Console.WriteLine(name);
            else code |= await SufferAsync(trouble, program, pinterest, workspace, effort);
        }

        return code;
    }

    private static async Task<int> SufferAsync(DiskTrouble trouble, string program, OtherSide pinterest, Workspace workspace, RunSize effort)
    {
        var random = new Random(effort.Seed);
        var launch = new Launch(program, trouble.Data, Workspace.FreeAddress(), pinterest.Url)
        {
            // The floor would refuse pins politely before the disk does.
            Settings = ["Connector:Database:FreeSpaceFloorBytes=0"],
        };
        using var trial = await Trial.BeginAsync(launch, pinterest, effort.Seed);
        var wrong = new List<string>();
        var troubles = Math.Max(2, effort.Rounds / RoundsPerTrouble);
        for (var round = 0; round < troubles; round++) wrong.AddRange(await LiveAsync(launch, trouble, random));
        if (trial.Book.Refused == 0) wrong.Add($"blind: nobody was refused while: {trouble.Name}.");

        Findings findings;
        await using (var last = await Sidecar.ReadyAsync(launch))
        {
            await trial.RestAsync();
            findings = await trial.CompareAsync();
            await last.StopAsync();
        }

        if (DatabaseFile.Check(launch.Data) is var said and not "ok") wrong.Add($"The database is damaged: {said}");
        string[] broken = [.. findings.Broken, .. wrong, .. trial.Book.Surprises];
        workspace.IsKept |= broken.Length > 0;
        return Report.Print([("trouble", $"{trouble.Name}, {troubles} times"), .. findings.Rows, ("refused with 503", $"{trial.Book.Refused}, all asked again with the same key")], broken, effort.Seed);
    }

    /// <summary>Healthy, troubled, sometimes killed and started in the midst of it, healthy again.</summary>
    private static async Task<IEnumerable<string>> LiveAsync(Launch launch, DiskTrouble trouble, Random random)
    {
        await using var sidecar = await Sidecar.ReadyAsync(launch);
        await PauseAsync(random);
        trouble.Begin();
        try
        {
            await PauseAsync(random);
            if (random.NextDouble() < Killed)
            {
                // It may refuse to start, or start and refuse pins; what it must not do is forget.
                await sidecar.KillAsync();
                await using var troubled = Sidecar.Start(launch);
                await PauseAsync(random);
            }
        }
        finally
        {
            trouble.End();
        }

        await PauseAsync(random);
        return DatabaseFile.LogBytes(launch.Data) > DatabaseFile.LongestLog ? ["The log grew without bound."] : [];
    }

    private static Task PauseAsync(Random random) => Task.Delay(TimeSpan.FromSeconds(0.5 + 1.5 * random.NextDouble()));
}
