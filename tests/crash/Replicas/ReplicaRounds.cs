using System.Diagnostics;
using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Replicas;

/// <summary>
/// Three sidecars on one PostgreSQL, a load of pins, and trouble at random: kills, suspended processes, ways that are cut or lose
/// everything, crashes of the database. At the end both sides are compared.
/// </summary>
internal static class ReplicaRounds
{
    private const int Replicas = 3, BetweenReports = 25;

    public static async Task<int> RunAsync(RunSize size)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var server = await Server.StartAsync();
        await using var pinterest = await SimulatedPinterest.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        // One folder for the files of all.
        var launch = new Launch(program, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
        {
            Settings = [WebhookCalls.ToLoopback, $"Connector:Replicas:Lease={Trouble.Lease}"],
        };
        List<Replica> replicas = [.. Enumerable.Range(1, Replicas).Select(number => new Replica(server, launch, number))];
        await using var door = new FrontDoor(replicas);
        try
        {
            foreach (var replica in replicas) await replica.StartAsync();
            await SidecarView.RegisterWebhookAsync(door.Address, listener.Url);
            using var load = await LoadRun.OnRunningAsync(launch with { Address = door.Address }, pinterest, size.Seed);
            return await RunAsync(size, workspace, server, replicas, door, load, pinterest, listener);
        }
        finally
        {
            foreach (var replica in replicas) await replica.DisposeAsync();
        }
    }

    private static async Task<int> RunAsync(
        RunSize size, Workspace workspace, Server server, IReadOnlyList<Replica> replicas, FrontDoor door, LoadRun load,
        SimulatedPinterest pinterest, WebhookListener listener)
    {
        var begun = Stopwatch.GetTimestamp();
        using var feed = new FeedReader(door.Address);
        using var stop = new CancellationTokenSource();
        var following = feed.FollowAsync(stop.Token);
        var struck = await StrikeAsync(size, replicas, server, load, pinterest);
        foreach (var replica in replicas) await replica.RecoverAsync();

        await load.RestAsync();
        var findings = await load.CompareAsync();
        var undelivered = await listener.MissingAsync(await load.PinsAsync());
        await stop.CancelAsync();
        await following;
        var missing = await feed.MissingAsync();

        string[] broken = [.. findings.Broken, .. undelivered, .. missing, .. load.Requests.UnexpectedAnswers];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("troubles", $"{size.Rounds}: {string.Join(", ", struck.CountBy(kind => kind).Select(each => $"{each.Value} × {each.Key}"))}"),
            .. findings.Rows,
            ("events followed", $"{feed.Count}, {missing.Count} wrong"),
            ("endings delivered", $"{listener.Received.Events} in {listener.Received.Requests} requests, {undelivered.Count} never"),
            ("requests without an answer", $"{load.Requests.Unanswered}, all asked again with the same key"),
            ("took", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"),
        ], broken, size.Seed);
    }

    private static async Task<List<string>> StrikeAsync(
        RunSize size, IReadOnlyList<Replica> replicas, Server server, LoadRun load, SimulatedPinterest pinterest)
    {
        var random = new Random(size.Seed);
        var struck = new List<string>();
        for (var round = 1; round <= size.Rounds; round++)
        {
            struck.Add(await Trouble.StrikeAsync(random, replicas, server));
            await Task.Delay(2 * Trouble.Lease * random.NextDouble());
            if (round % BetweenReports == 0)
                System.Console.Error.WriteLine(
                    $"{round} troubles, {load.Requests.Answered} pins accepted, {pinterest.Pins.Count} on Pinterest …");
        }

        return struck;
    }
}
