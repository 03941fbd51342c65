using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Stored;

/// <summary>How long a page of the list of pins takes when there are very many.</summary>
internal static class ListBench
{
    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var folder = workspace.NewFolder();
        await FillAsync(folder, size.ManyRows);
        await using var sidecar = await RunningSidecar.StartAsync(published, folder);
        (string What, string Query)[] lists =
        [
            ("all", ""),
            ("by metadata that one in 1,000 has", "&metadata.campaign=campaign-042"),
            ("by metadata that one pin has", "&metadata.sku=OAK-00000042"),
            ("by status, published", "&status=published"),
            ("by status, failed", "&status=failed"),
            ("by status, scheduled", "&status=scheduled"),
        ];
        var lines = new List<Line>();
        foreach (var (what, query) in lists)
        {
            var asked = await Asking.AskAsync(() => sidecar.GetAsync($"/v1/pins?limit=50{query}"), size.Asks);
            lines.Add(new(
                $"page of 50 of {Line.Text(size.ManyRows, "N0")} pins, {what}: p50",
                $"{Line.Text(asked.P50, "0.0")} ms",
                "≤ 3 ms",
                $"p99 {Line.Text(asked.P99, "0.0")} ms; the first {Line.Text(asked.First, "0")} ms"));
        }

        return lines;
    }

    private static async Task FillAsync(string folder, int pins)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var history = await History.BeginAsync(folder, accounts: 10);
        await history.RefuseAsync(pins / 20, now.AddDays(-80), TimeSpan.FromDays(20));
        await history.PublishAsync(pins * 17 / 20, now.AddDays(-60), TimeSpan.FromDays(60));
        await history.ScheduleAsync(pins / 10, now.AddDays(1), TimeSpan.FromDays(30));
    }
}
