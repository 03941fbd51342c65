using System.Diagnostics;
using System.Net.Http.Headers;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Waiting;

/// <summary>
/// What thousands of callers that wait for pins and follow events cost: memory, and the time of another caller's request.
/// </summary>
internal static class WaitBench
{
    private const int Waiters = 5000, Followers = 1000, Asks = 1000;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published)
    {
        await using var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        var account = (string)(await sidecar.SendAsync(
            HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "waiting" }))["id"]!;
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/hold");
        var pin = (string)(await sidecar.SendAsync(
            HttpMethod.Post, "/v1/pins",
            new { account_id = account, board = "Home decor", title = "A lamp", image_url = "https://cdn.example.com/lamp.jpg" }))["id"]!;
        using var http = new HttpClient { BaseAddress = sidecar.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSidecar.Key);

        // So that compiling is not measured.
        for (var warm = 0; warm < 3; warm++) await AskAsync(sidecar, pin);
        var (alone, aloneMemory) = (await AskAsync(sidecar, pin), sidecar.Memory());
        var waiting = Enumerable.Range(0, Waiters).Select(_ => http.GetAsync($"/v1/pins/{pin}?wait=60")).ToList();
        await ConnectedAsync(sidecar, Waiters);
        var (waited, waitedMemory) = (await AskAsync(sidecar, pin), sidecar.Memory());

        var ended = Stopwatch.GetTimestamp();
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/pins/{pin}/cancel");
        foreach (var answer in await Task.WhenAll(waiting)) answer.Dispose();
        var told = Stopwatch.GetElapsedTime(ended);

        var (followed, followedMemory, heard) = await FollowAsync(http, sidecar, pin, account);
        return
        [
            new(
                $"{Waiters:N0} callers wait for a pin",
                $"{(waitedMemory.Resident - aloneMemory.Resident) * 1024.0 / Waiters:0} kB each",
                "",
                $"{aloneMemory.Resident:0} MB become {waitedMemory.Resident:0} MB; another caller's p50 {alone.Median:0.00} ms becomes "
                    + $"{waited.Median:0.00} ms, p99 {alone.Worst:0.0} becomes {waited.Worst:0.0} ms; all are answered "
                    + $"{told.TotalMilliseconds:0} ms after it ends"),
            new(
                $"{Followers:N0} follow the stream of events",
                $"{(followedMemory.Resident - waitedMemory.Resident) * 1024.0 / Followers:0} kB each, beyond",
                "",
                $"{followedMemory.Resident:0} MB; another caller's p50 {followed.Median:0.00} ms, p99 {followed.Worst:0.0} ms; all have "
                    + $"heard an event after {heard.TotalMilliseconds:0} ms"),
        ];
    }

    private static async Task<((double Median, double Worst) Asked, Memory Memory, TimeSpan Heard)> FollowAsync(
        HttpClient http, RunningSidecar sidecar, string pin, string account)
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, Followers).Select(_ => OpenAsync()));
        var (asked, memory) = (await AskAsync(sidecar, pin), sidecar.Memory());

        var begun = Stopwatch.GetTimestamp();
        var heard = Task.WhenAll(streams.Select(HearAsync));
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/resume");
        await heard;
        var took = Stopwatch.GetElapsedTime(begun);
        foreach (var stream in streams) stream.Dispose();
        return (asked, memory, took);

        async Task<StreamReader> OpenAsync()
        {
            var answer = await http.GetAsync("/v1/events/stream", HttpCompletionOption.ResponseHeadersRead);
            return new StreamReader(await answer.Content.ReadAsStreamAsync());
        }

        static async Task HearAsync(StreamReader stream)
        {
            while (await stream.ReadLineAsync() is { } line && line != "event: account.resumed")
            {
            }
        }
    }

    /// <summary>How long one caller's requests take, in milliseconds.</summary>
    private static async Task<(double Median, double Worst)> AskAsync(RunningSidecar sidecar, string pin)
    {
        var took = new List<double>();
        for (var ask = 0; ask < Asks; ask++)
        {
            var begun = Stopwatch.GetTimestamp();
            await sidecar.SendAsync(HttpMethod.Get, $"/v1/pins/{pin}");
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        took.Sort();
        return (took[Asks / 2], took[Asks * 99 / 100]);
    }

    /// <summary>Until so many connections are open, and what they brought has been read.</summary>
    private static async Task ConnectedAsync(RunningSidecar sidecar, int connections)
    {
        while (sidecar.Sockets < connections) await Task.Delay(20);
        var (used, still) = (sidecar.ProcessorTime, 0);
        while (still < 10)
        {
            await Task.Delay(50);
            still = sidecar.ProcessorTime - used < TimeSpan.FromMilliseconds(10) ? still + 1 : 0;
            used = sidecar.ProcessorTime;
        }
    }
}
