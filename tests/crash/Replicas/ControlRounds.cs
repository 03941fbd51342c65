using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;

namespace Connector.Crash.Replicas;

/// <summary>
/// The control: without the guard or the fence, suspended replicas must publish pins twice, and with both in place none may; else the other
/// rounds prove nothing.
/// </summary>
internal static class ControlRounds
{
    /// <summary>Others take over, look at the board and have published again well before this is over.</summary>
    private static readonly TimeSpan Suspension = 8 * Trouble.Lease;

    public static async Task<int> RunAsync(RunSize size, string without)
    {
        using var workspace = new Workspace();
        await using var pinterest = await SimulatedPinterest.StartAsync();
        await using var set = await ReplicaSet.StartAsync(
            new Launch(Environment.ProcessPath!, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
            {
                Before = ["host", VariantHost.Without + without],
                Settings =
                [
                    $"Connector:Replicas:Lease={Trouble.Lease}",
                    // Else the time-out of a request is over as well, and keeps it from being sent.
                    "Connector:Pinterest:RequestTimeout=00:01:00",
                    "Connector:Reconciling:Looks=1,2",
                ],
            });
        using var load = await LoadRun.OnRunningAsync(set.Launch, pinterest, size.Seed, "eve", "finn", "gus");
        var random = new Random(size.Seed);
        var rounds = 0;
        while (rounds < size.Rounds && (without == RunSize.Nothing || Twice(load, pinterest) == 0))
        {
            await set.Replicas[random.Next(set.Replicas.Count)].SuspendAsync(Suspension);
            await Task.Delay(2 * Trouble.Lease * random.NextDouble());
            rounds++;
        }

        if (without == RunSize.Nothing) await load.RestAsync();
        var twice = Twice(load, pinterest);
        var asExpected = twice == 0 == (without == RunSize.Nothing);
        return Report.Print(
        [
            ("without", without),
            ("replicas suspended", rounds),
            ("accepted", load.Requests.Answered),
            ("duplicated", twice),
        ], asExpected ? [] : [Wrong(without, rounds)], size.Seed);
    }

    private static int Twice(LoadRun load, SimulatedPinterest pinterest) => pinterest.Pins
        .Where(pin => load.Requests.Contains(pin.Title))
        .GroupBy(pin => pin.Title)
        .Count(pins => pins.Count() > 1);

    private static string Wrong(string without, int rounds) => without == RunSize.Nothing
        ? "duplicated: with guard and fence in place pins are on Pinterest twice."
        : $"no proof: without {without} nothing was published twice in {rounds} rounds, so the other rounds prove nothing.";
}
