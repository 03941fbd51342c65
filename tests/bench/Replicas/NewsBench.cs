using Connector.Bench.Publishing;
using Connector.Bench.Queues;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Replicas;

/// <summary>
/// How long after a pin was published callers hear of it who wait at any replica, follow the events there, or have a webhook; with what
/// replicas tell each other, and without.
/// </summary>
internal static class NewsBench
{
    private const int Accounts = 10;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        using var server = await SharedDatabase.ServeAsync(workspace);
        return
        [
            .. await MeasureAsync("told by NOTIFY", "≤ 250 ms", await server.MakeAsync("told")),
            .. await MeasureAsync("without NOTIFY", "≤ 1,000 ms", await SilentAsync(server)),
        ];

        async Task<List<Line>> MeasureAsync(string how, string target, string connection)
        {
            await using var receiver = new EventReceiver();
            var address = await receiver.StartAsync();
            await using var fleet = await Fleet.StartAsync(
                workspace, published, Accounts,
                [.. SharedDatabase.Settings(connection), "Connector:Network:AllowPrivateAddresses=127.0.0.1"]);
            fleet.Latency = Latency;
            RunningSidecar[] replicas = [fleet.Sidecar, await fleet.JoinAsync(workspace, published)];
            await fleet.Sidecar.SendAsync(HttpMethod.Post, "/v1/webhooks", new { url = address, events = new[] { "pin.published" } });
            await fleet.LetGoAsync();
            using var listeners = new Listeners(replicas);
            await listeners.OpenAsync();

            // So that compiling is not measured.
            for (var i = 0; i < 10; i++) await listeners.WaitedAsync(await fleet.AddAsync(), i);
            receiver.Heard = [];
            listeners.Heard = [];
            var waited = new List<double>();
            for (var i = 0; i < size.Asks; i++) waited.Add(await listeners.WaitedAsync(await fleet.AddAsync(), i));
            await Task.Delay(TimeSpan.FromSeconds(2));

            return
            [
                Row($"?wait= at the slower of two replicas, {how}", target, waited),
                Row($"event stream at the slower of two replicas, {how}", target, listeners.SlowestOfEach()),
                Row($"webhook, {how}", target, [.. receiver.Heard]),
            ];
        }
    }

    // A function of the same name that is found first, and tells nobody.
    private static async Task<string> SilentAsync(Postgres server)
    {
        var connection = await server.MakeAsync("silent");
        await Postgres.ExecuteAsync(
            connection, "create function public.pg_notify(text, text) returns void language sql as 'select null::void'");
        return connection + ";Search Path=public,pg_catalog";
    }

    private static Line Row(string what, string target, List<double> took)
    {
        took.Sort();
        return new Line(
            $"from published to {what}: p95", $"{Line.Text(took[took.Count * 95 / 100], "0")} ms", target,
            $"p50 {Line.Text(took[took.Count / 2], "0")} ms, the longest {Line.Text(took[^1], "0")} ms, of {took.Count}");
    }
}
