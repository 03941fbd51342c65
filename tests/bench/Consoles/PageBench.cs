using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Stored;

namespace Connector.Bench.Consoles;

/// <summary>How long the pages of the console take when there are many pins of one account.</summary>
internal static class PageBench
{
    private const int Pins = 100_000;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var folder = workspace.NewFolder();
        await FillAsync(folder);
        await using var sidecar = await RunningSidecar.StartAsync(published, folder);
        using var visitor = await Visitor.SignInAsync(sidecar);
        (string Name, string Address)[] pages =
        [
            ("Today", "/"), ("Queue", "/queue?status=scheduled"), ("Calendar", "/calendar"),
            ("a search without a hit", "/queue?status=published&q=nothing+of+this+kind"),
        ];
        var lines = new List<Line>();
        foreach (var (name, address) in pages)
        {
            var asked = await Asking.AskAsync(() => visitor.OpenAsync(address, isLive: false), size.Asks);
            lines.Add(new(
                $"console at {Line.Text(Pins, "N0")} pins, {name}: p50",
                $"{Line.Text(asked.P50, "0")} ms",
                "≤ 100 ms",
                $"p99 {Line.Text(asked.P99, "0")} ms; the first {Line.Text(asked.First, "0")} ms"));
        }

        return lines;
    }

    private static async Task FillAsync(string folder)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var history = await History.BeginAsync(folder, accounts: 1);
        await history.PublishAsync(Pins * 88 / 100, now.AddDays(-88), TimeSpan.FromDays(88));
        await history.RefuseAsync(Pins * 2 / 100, now.AddDays(-20), TimeSpan.FromDays(20));
        await history.ScheduleAsync(Pins / 10, now.AddDays(1), TimeSpan.FromDays(30));
        await history.ForgetAsync(now);
    }
}
