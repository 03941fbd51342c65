using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Stored;

/// <summary>What a year of publishing does to the database and to those who use it, beside the first day.</summary>
internal static class YearBench
{
    // Of what is older than retention nothing is left but free pages, so an agency's year is as long as it takes to see those used again.
    private const int Year = 365, EndOfYear = 120, Starts = 5;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        (string Who, int Accounts, int Pins, int Days)[] users =
        [
            ("a small shop", 1, 50, Year), ("an agency", 50, size.AgencyPins, EndOfYear),
        ];
        var lines = new List<Line>();
        foreach (var (who, accounts, pins, days) in users)
        {
            var first = await LiveAsync(workspace.NewFolder(), accounts, pins, days: 1);
            var last = await LiveAsync(workspace.NewFolder(), accounts, pins, days);
            lines.AddRange(Lines(
                $"{who}, {Line.Text(pins, "N0")} pins a day",
                await MeasureAsync(published, first, size),
                await MeasureAsync(published, last, size)));
        }

        return lines;
    }

    /// <summary>So many days, each with what is deleted at its end; the last of them is today.</summary>
    private static async Task<string> LiveAsync(string folder, int accounts, int pins, int days)
    {
        var end = TimeProvider.System.GetUtcNow();
        await using var history = await History.BeginAsync(folder, accounts);
        for (var day = days; day > 0; day--)
        {
            await history.PublishAsync(pins, end.AddDays(-day), TimeSpan.FromDays(1));
            await history.ForgetAsync(end.AddDays(1 - day));
        }

        return folder;
    }

    private static async Task<Figures> MeasureAsync(string published, string folder, RunSize size)
    {
        var bytes = new FileInfo(Path.Combine(folder, "connector.db")).Length;
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var started = await RunningSidecar.StartAsync(published, folder);
            starts.Add(started.StartTook.TotalMilliseconds);
        }

        await using var sidecar = await RunningSidecar.StartAsync(published, folder);
        var account = await AcceptBench.HeldAccountAsync(sidecar);
        await Load.RunAsync(sidecar, account, connections: 1, size.Run);
        var accept = (await Load.RunAsync(sidecar, account, connections: 1, size.Run)).P50;
        var list = await Asking.AskAsync(() => sidecar.GetAsync("/v1/pins?limit=50&status=published"), size.Asks);
        return new Figures(bytes, starts.Order().ElementAt(Starts / 2), accept, list.P50);
    }

    private static IEnumerable<Line> Lines(string who, Figures first, Figures last)
    {
        yield return new(
            $"a year of {who}: the database",
            $"{Line.Text(last.Bytes / 1e6, "0.0")} MB",
            "",
            $"after the first day {Line.Text(first.Bytes / 1e6, "0.0")} MB; pins are kept for 90 days, events for 30");
        yield return Ratio("start", first.Start, last.Start, "0");
        yield return Ratio("one caller's accept, p50", first.Accept, last.Accept, "0.00");
        yield return Ratio("a page of 50 of what is published, p50", first.List, last.List, "0.0");

        Line Ratio(string what, double before, double after, string format) => new(
            $"a year of {who}: {what}, then ÷ on the first day",
            $"{Line.Text(after / before, "0.00")} ×",
            "≤ 1.3 ×",
            $"{Line.Text(after, format)} ms ÷ {Line.Text(before, format)} ms");
    }

    private sealed record Figures(long Bytes, double Start, double Accept, double List);
}
