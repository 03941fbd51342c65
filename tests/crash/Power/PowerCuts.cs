using Connector.Crash.Checks;
using Connector.Crash.Running;

namespace Connector.Crash.Power;

/// <summary>
/// What a power cut at any point would have left, rebuilt from the system calls of a run; kill -9 cannot show this, because the kernel
/// keeps running.
/// </summary>
internal static class PowerCuts
{
    private const double EffectiveFrom = 0.1;

    public static async Task<int> RunAsync(RunSize size)
    {
        if (!Recording.IsPossible)
        {
            System.Console.WriteLine(
                "Power cuts were not examined: strace is not installed here, or may not trace; on Debian, apt-get install strace.");
            return 0;
        }

        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await SimulatedPinterest.StartAsync();

        var shipped = await ExamineAsync("the sidecar as it is shipped", program, []);
        var control = await ExamineAsync(
            "the control, which does not wait for the disk", Environment.ProcessPath!, ["host", VariantHost.Unsafe]);
        string[] broken =
        [
            .. shipped.Examples,
            .. control.Broken >= EffectiveFrom * control.Points
                ? Array.Empty<string>()
                : [$"not effective: only {control.Broken} of {control.Points} cuts harmed a database that never waits for the disk, so "
                    + "cuts that find nothing prove nothing."],
        ];
        workspace.IsKept = broken.Length > 0;
        return Report.Print([.. Rows("shipped", shipped), .. Rows("control, synchronous=OFF", control)], broken, size.Seed);

        async Task<CutFindings> ExamineAsync(string what, string started, string[] before)
        {
            System.Console.Error.WriteLine($"{what} …");
            var recording = await Recording.MakeAsync(started, before, workspace, pinterest, size.Seed);
            System.Console.Error.WriteLine($"{recording.Describe()} …");
            return Cuts.Examine(recording.Events, size.Points, size.Seed, workspace.NewFolder());
        }
    }

    private static (string, object)[] Rows(string who, CutFindings found) =>
    [
        ($"{who}: power cuts", found.Points),
        ($"{who}: database damaged", found.Corrupt),
        ($"{who}: accepted pins lost", found.Losing),
        ($"{who}: attempts forgotten that had left", found.Forgetting),
    ];
}
