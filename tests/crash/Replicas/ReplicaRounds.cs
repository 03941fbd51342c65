using System.Diagnostics;
using Connector.Crash.Checks;
using Connector.Crash.Load;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Replicas;

/// <summary>
/// Three sidecars on one PostgreSQL, a load of pins under Pinterest's limits, and trouble at random: kills, suspended processes, ways that
/// are cut or lose everything, crashes of the database and its loss. At the end both sides are compared.
/// </summary>
internal static class ReplicaRounds
{
    private const int BetweenReports = 10;

    // Together they publish about 13 pins a second, as the limits allow.
    private static readonly string[] Accounts = ["eve", "finn", "gus", "hana", "ivo", "jana", "kim", "leo"];

    public static async Task<int> RunAsync(RunSize size)
    {
        using var workspace = new Workspace();
        var program = await workspace.PublishSidecarAsync();
        await using var pinterest = await SimulatedPinterest.StartAsync(isLimited: true);
        await using var listener = await WebhookListener.StartAsync();
        await using var set = await ReplicaSet.StartAsync(new Launch(program, workspace.NewFolder(), Workspace.FreeAddress(), pinterest.Url)
        {
            Settings = [WebhookCalls.ToLoopback, $"Connector:Replicas:Lease={Trouble.Lease}"],
            IsPaced = true,
        });
        await SidecarView.RegisterWebhookAsync(set.Door.Address, listener.Url);
        using var load = await LoadRun.OnRunningAsync(set.Launch, pinterest, size.Seed, Accounts);
        return await RunAsync(size, workspace, set, load, pinterest, listener);
    }

    private static async Task<int> RunAsync(
        RunSize size, Workspace workspace, ReplicaSet set, LoadRun load, SimulatedPinterest pinterest, WebhookListener listener)
    {
        var begun = Stopwatch.GetTimestamp();
        using var feed = new FeedReader(set.Door.Address);
        var timeline = new Timeline(workspace.Root);
        await using var queues = new QueueWatch(set.Server, pinterest, timeline);
        using var stop = new CancellationTokenSource();
        Task[] following = [feed.FollowAsync(stop.Token), queues.FollowAsync(stop.Token)];
        var struck = await StrikeAsync(size, set, load, pinterest, timeline);
        await set.RecoverAsync();

        await load.RestAsync();
        var findings = await load.CompareAsync();
        var undelivered = await listener.MissingAsync(await load.PinsAsync());
        await stop.CancelAsync();
        await Task.WhenAll(following);
        var missing = await feed.MissingAsync();
        var over = pinterest.Violations;

        string[] broken =
        [
            .. findings.Broken, .. undelivered, .. missing, .. load.Requests.UnexpectedAnswers,
            .. over.Select(call => $"over: {call.AccountId} called {call.Category} more than {call.Limit} times in {call.Window}."),
            .. TooLong(queues.Longest, size.Gap),
        ];
        workspace.IsKept = broken.Length > 0;
        return Report.Print(
        [
            ("troubles", $"{size.Rounds}: {string.Join(", ", struck.CountBy(kind => kind).Select(each => $"{each.Value} × {each.Key}"))}"),
            .. findings.Rows,
            ("events followed", $"{feed.Count}, {missing.Count} wrong"),
            ("calls over the limit", over.Count),
            ("longest gap of an account", $"{queues.Longest.TotalSeconds:0.0} s; the database was away for {queues.Away.TotalSeconds:0} s"),
            ("endings delivered", $"{listener.Received.Events} in {listener.Received.Requests} requests, {undelivered.Count} never"),
            ("requests without an answer", $"{load.Requests.Unanswered}, all asked again with the same key"),
            ("took", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"),
        ], broken, size.Seed);
    }

    private static IEnumerable<string> TooLong(TimeSpan gap, int seconds) =>
        gap < TimeSpan.FromSeconds(seconds) ? [] : [$"gap: an account could send, and nothing came of it for {gap.TotalSeconds:0.0} s."];

    private static async Task<List<string>> StrikeAsync(
        RunSize size, ReplicaSet set, LoadRun load, SimulatedPinterest pinterest, Timeline timeline)
    {
        var random = new Random(size.Seed);
        var struck = new List<string>();
        foreach (var kind in Trouble.Plan(size.Rounds, random))
        {
            await set.TwoReadyAsync();
            await Trouble.StrikeAsync(kind, random, set.Replicas, set.Server, timeline);
            timeline.Note($"{kind} is over");
            struck.Add(kind);
            await Task.Delay(2 * Trouble.Lease * random.NextDouble());
            if (struck.Count % BetweenReports == 0)
                System.Console.Error.WriteLine(
                    $"{struck.Count} troubles, {load.Requests.Answered} pins accepted, {pinterest.Pins.Count} on Pinterest …");
        }

        return struck;
    }
}
