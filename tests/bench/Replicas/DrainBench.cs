using Connector.Bench.Publishing;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Replicas;

/// <summary>How much faster two replicas publish what waits than one does, against a Pinterest that takes 50 ms.</summary>
internal static class DrainBench
{
    private const int Accounts = 40;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        using var server = await SharedDatabase.ServeAsync(workspace);
        await using var one = await FleetAsync("one");
        await using var two = await FleetAsync("two");
        await two.JoinAsync(workspace, published);

        // In turns; the first round is spent on compiling. Whoever is not measured is at rest.
        var pins = size.Pins / 10;
        var (ofOne, ofTwo) = (new List<double>(), new List<double>());
        for (var round = 0; round <= size.Rounds; round++)
        {
            ofOne.Add(await one.DrainAsync(pins));
            ofTwo.Add(await two.DrainAsync(pins));
        }

        return
        [
            new(
                $"two replicas drain {Accounts} accounts against 50 ms latency ÷ one",
                $"{Line.Spread(ofOne[1..].Zip(ofTwo[1..], (a, b) => b / a), "0.00")} ×",
                "≥ 1.7 ×",
                $"{Line.Spread(ofTwo[1..], "0")} pins/s ÷ {Line.Spread(ofOne[1..], "0")} pins/s, {Line.Text(pins, "N0")} pins each time; "
                    + "both, PostgreSQL and Pinterest share the cores"),
        ];

        async Task<Fleet> FleetAsync(string database)
        {
            var fleet = await Fleet.StartAsync(
                workspace, published, Accounts, SharedDatabase.Settings(await server.MakeAsync(database)));
            fleet.Latency = Latency;
            return fleet;
        }
    }
}
