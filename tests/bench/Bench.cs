using Connector.Bench.Accepting;
using Connector.Bench.Lanes;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Starting;

namespace Connector.Bench;

/// <summary>The whole benchmark: every figure that is compared comes from the same run.</summary>
internal static class Bench
{
    public static async Task<int> RunAsync(Effort effort, bool markdown)
    {
        using var workspace = new Workspace();
        Say("Publishing the sidecar");
        var published = await workspace.PublishSidecarAsync();

        var table = new Table();
        Say("Starting and resting");
        table.Add(await StartBench.RunAsync(workspace, published, effort));
        Say("Claiming");
        table.Add(await ClaimBench.RunAsync(workspace, effort));
        Say("Accepting");
        table.Add(await AcceptBench.RunAsync(workspace, published, effort));
        Say("Publishing to a stub");
        table.Add(await LaneBench.RunAsync(workspace, published, effort));

        Console.WriteLine(markdown ? table.AsMarkdown() : table.AsText());
        return 0;
    }

    // Beside the table, so that it can be redirected alone.
    private static void Say(string what) => Console.Error.WriteLine($"{what} …");
}
