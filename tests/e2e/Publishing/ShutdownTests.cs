using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing;

public sealed class ShutdownTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;
    private readonly int _simulatorPort = FreePort.Find();

    [Fact]
    public async Task A_stop_waits_for_what_is_under_way_and_the_next_start_publishes_the_rest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var first = await StartAsync();
        using var simulator = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_simulatorPort}") };
        using var ordered = await simulator.PostAsJsonAsync(
            "/control/faults", new { account = "simulator", fault = "slow_headers", seconds = 2 });
        ordered.EnsureSuccessStatusCode();
        var slow = await PublishAsync(first, "slow");
        while ((await simulator.GetFromJsonAsync<JsonArray>("/control/pins"))!.Count == 0) await Task.Yield();
        string[] rest = [await PublishAsync(first, "second"), await PublishAsync(first, "third")];
        var waiting = first.Client.GetAsync($"/v1/pins/{slow}?wait=60");

        var watch = Stopwatch.StartNew();
        first.Signal("TERM");
        first.Signal("TERM");

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await first.ExitedAsync());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(25), $"It took {watch.Elapsed}.");

        await using var second = await StartAsync();
        var pin = (await second.Client.GetFromJsonAsync<JsonNode>($"/v1/pins/{slow}"))!;
        Assert.Equal(("published", 1), ((string?)pin["status"], (int)pin["attempt_count"]!));
        foreach (var id in rest)
            Assert.Equal("published", (string?)(await second.Client.GetFromJsonAsync<JsonNode>($"/v1/pins/{id}?wait=30"))!["status"]);
        Assert.Equal(3, (await simulator.GetFromJsonAsync<JsonArray>("/control/pins"))!.Count);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Task<SidecarProcess> StartAsync() => SidecarProcess.StartAsync(_data, settings: $"Connector:Simulator:Port={_simulatorPort}");

    private static async Task<string> PublishAsync(SidecarProcess sidecar, string title)
    {
        using var answer = await sidecar.Client.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("title", title)));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
