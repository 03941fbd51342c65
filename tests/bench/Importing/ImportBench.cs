using System.Diagnostics;
using System.Text;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Importing;

/// <summary>How long a dry run takes, and how much memory an import of many rows needs.</summary>
internal static class ImportBench
{
    private const int DryRows = 10_000, ManyRows = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20), Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var rows = size == RunSize.Quick ? ManyRows / 5 : ManyRows;
        var dry = await MeasureAsync(workspace, published, DryRows, "&dry_run=true");
        var real = await MeasureAsync(workspace, published, rows, "");
        return
        [
            new(
                $"dry run of {Line.Text(DryRows, "N0")} rows", $"{Line.Text(dry.Took, "0.0")} s", "≤ 10 s",
                $"{Line.Text(DryRows / dry.Took, "N0")} rows a second; memory grew by {Line.Text(dry.Grown, "0")} MB at most"),
            new(
                $"memory for an import of {Line.Text(rows, "N0")} rows", $"{Line.Text(real.Grown, "0")} MB", "< 64 MB",
                $"{Line.Text(real.Took, "0")} s, {Line.Text(rows / real.Took, "N0")} pins a second"),
        ];
    }

    private static async Task<(double Took, double Grown)> MeasureAsync(Workspace workspace, string published, int rows, string query)
    {
        await using var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        // The first one compiles what it needs, and is not counted.
        await ImportAsync(sidecar, 100, query, _ => { });
        // What is imported is not to be published meanwhile.
        var accounts = await sidecar.SendAsync(HttpMethod.Get, "/v1/accounts");
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{accounts["items"]![0]!["id"]}/hold");

        var (before, most) = (sidecar.Memory().Resident, 0.0);
        var begun = Stopwatch.GetTimestamp();
        await ImportAsync(sidecar, rows, query, memory => most = Math.Max(most, memory));
        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, Math.Max(0, most - before));
    }

    private static async Task ImportAsync(RunningSidecar sidecar, int rows, string query, Action<double> see)
    {
        var import = await sidecar.SendAsync(
            $"/v1/imports?board=Home%20decor{query}", new StringContent(Table(rows), Encoding.UTF8, "text/csv"));
        var begun = Stopwatch.GetTimestamp();
        while (import["ended_at"] is null)
        {
            if (Stopwatch.GetElapsedTime(begun) > Longest) throw new InvalidOperationException($"It is not over: {import.ToJsonString()}");
            await Task.Delay(Pause);
            see(sidecar.Memory().Resident);
            import = await sidecar.SendAsync(HttpMethod.Get, $"/v1/imports/{import["id"]}");
        }

        if ((string?)import["status"] != "completed") throw new InvalidOperationException(import.ToJsonString());
    }

    private static string Table(int rows)
    {
        var text = new StringBuilder("sku,title,description,link,image,price\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append("SKU-").Append(rows).Append('-').Append(i).Append(",A brass lamp for a reading corner,")
                .Append("\"Slim, warm and glare-free: light exactly where you read, whatever the hour.\",https://example.com/p/")
                .Append(i).Append(",https://example.com/p/").Append(i).Append(".jpg,49.90\n");
        }

        return text.ToString();
    }
}
