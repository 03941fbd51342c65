using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Publishing;

/// <summary>How fast many accounts publish together, and what a published pin leaves in the database.</summary>
internal static class LanesBench
{
    private const int Accounts = 200;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var fleet = await Fleet.StartAsync(workspace, published, Accounts);
        var before = fleet.DatabaseBytes();
        // Some rounds, of which the first is spent on compiling.
        var round = size.Pins / (size.Rounds + 1);
        var rates = new List<double>();
        for (var i = 0; i <= size.Rounds; i++)
        {
            var rate = await fleet.DrainAsync(round);
            if (i > 0) rates.Add(rate);
        }

        var after = fleet.DatabaseBytes();
        var left = (double)(after - before) / fleet.Published;
        return
        [
            new(
                $"{Accounts} accounts against instant answers",
                $"{Line.Spread(rates, "0")} pins/s",
                "≥ 2,500/s",
                $"{Line.Text(round, "N0")} pins each time; Pinterest is played by this program, on the same cores"),
            new(
                "database bytes that a published pin leaves",
                Line.Text(left, "0"),
                "≤ 2,000",
                $"with its attempt, its event and all indexes: {Line.Text(after / 1e6, "0.0")} MB after "
                    + $"{Line.Text(fleet.Published, "N0")} pins"),
        ];
    }
}
