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
            var figures = await MeasureAsync(published, [first, last], size);
            lines.AddRange(Lines($"{who}, {Line.Text(pins, "N0")} pins a day", figures[0], figures[1]));
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

    /// <summary>All of them in turns, so that other load of the machine affects all alike.</summary>
    private static async Task<List<Figures>> MeasureAsync(string published, IReadOnlyList<string> folders, RunSize size)
    {
        var bytes = folders.Select(folder => new FileInfo(Path.Combine(folder, "connector.db")).Length).ToList();
        var starts = folders.Select(_ => new List<double>()).ToList();
        for (var start = 0; start <= Starts; start++)
        {
            for (var i = 0; i < folders.Count; i++)
            {
                await using var started = await RunningSidecar.StartAsync(published, folders[i]);
                // The first of each reads a disk that has not been read yet.
                if (start > 0) starts[i].Add(started.StartTook.TotalMilliseconds);
            }
        }

        var uses = folders.Select(_ => (Accept: new List<double>(), List: new List<double>())).ToList();
        for (var round = 0; round < size.Rounds; round++)
        {
            for (var i = 0; i < folders.Count; i++)
            {
                await using var sidecar = await RunningSidecar.StartAsync(published, folders[i]);
                var account = await AcceptBench.HeldAccountAsync(sidecar);
                await Load.RunAsync(sidecar, account, connections: 1, size.Run);
                uses[i].Accept.Add((await Load.RunAsync(sidecar, account, connections: 1, size.Run)).P50);
                var list = await Asking.AskAsync(() => sidecar.GetAsync("/v1/pins?limit=50&status=published"), size.Asks);
                uses[i].List.Add(list.P50);
            }
        }

        return
        [
            .. Enumerable.Range(0, folders.Count).Select(
                i => new Figures(bytes[i], Median(starts[i]), Median(uses[i].Accept), Median(uses[i].List))),
        ];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

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
