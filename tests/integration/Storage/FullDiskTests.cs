using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Storage;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly TinyDisk? _disk = TinyDisk.TryMount(megabytes: 6);
    private SidecarApp _app = null!;

    private SidecarApp App => _app;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_disk is null, TinyDisk.Unavailable);
        _app = await SidecarApp.StartAsync(
            _clock,
            _disk.FullPath,
            "Connector:Database:FreeSpaceFloorBytes=0",
            "Connector:Simulator:JournalPath=");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _disk?.Dispose();
    }

    [Fact]
    public async Task A_full_disk_refuses_new_pins_loses_none_and_recovers_by_itself()
    {
        await HoldAsync();
        _disk!.Fill();

        var accepted = new List<string>();
        var answer = await PostAsync();
        for (; answer.StatusCode == HttpStatusCode.Accepted && accepted.Count < 5000; answer = await PostAsync())
            accepted.Add((string)(await BodyAsync(answer))["id"]!);

        var problem = await BodyAsync(answer);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("storage_unavailable", (string?)problem["code"]);
        Assert.Equal("The disk is full.", (string?)problem["detail"]);
        Assert.Contains("Free disk space", (string?)problem["remediation"], StringComparison.Ordinal);
        Assert.Equal("5", answer.Headers.RetryAfter?.ToString());
        await NotReadyAsync("The disk is full.");
        foreach (var id in accepted) Assert.Equal("queued", (string?)(await App.GetAsync($"/v1/pins/{id}"))["status"]);
        Assert.NotEmpty((await App.GetAsync("/v1/accounts"))["items"]!.AsArray());

        _disk.Free();
        accepted.Add(await App.PublishAsync());

        Assert.Equal("ok", (string?)(await App.GetAsync("/readyz"))["status"]);
        foreach (var id in accepted) Assert.Equal("queued", (string?)(await App.GetAsync($"/v1/pins/{id}"))["status"]);
        Assert.Equal("ok", App.Services.GetRequiredService<Database>().Read(sql => sql.Find<string>("pragma integrity_check")));
    }

    [Fact]
    public async Task A_burst_into_a_full_disk_is_answered_to_everybody_and_what_was_accepted_is_there()
    {
        await HoldAsync();
        _disk!.Fill(leaving: 200 * 1024);

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => PostAsync()));
        _disk.Free();

        var accepted = answers.Where(a => a.StatusCode == HttpStatusCode.Accepted).ToList();
        Assert.All(answers.Except(accepted), refused => Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode));
        Assert.NotEqual(answers.Length, accepted.Count);
        foreach (var answer in accepted) await App.GetAsync($"/v1/pins/{(await BodyAsync(answer))["id"]}");
        var stored = App.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>("select count(*) from pins"));
        Assert.Equal(accepted.Count, stored);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_stored_is_stored_once_it_can()
    {
        await App.FaultAsync("slow_headers", seconds: 10);
        var pin = await App.PublishAsync();
        await UntilAsync(async () => (await App.SimulatedPinsAsync()).Count == 1);
        _disk!.Fill();
        await FillTheLogAsync();

        _clock.Advance(TimeSpan.FromSeconds(11));
        await UntilAsync(() => Task.FromResult(App.Services.GetRequiredService<StorageHealth>().Problem is not null));
        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return (string?)(await App.GetAsync($"/v1/pins/{pin}"))["status"] == "publishing";
        });
        _disk.Free();
        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return (string?)(await App.GetAsync($"/v1/pins/{pin}"))["status"] == "published";
        });

        var published = await App.GetAsync($"/v1/pins/{pin}");
        Assert.Equal((string?)published["pinterest_pin_id"], (string?)Assert.Single(await App.SimulatedPinsAsync())!["id"]);
    }

    /// <summary>So that only the test writes.</summary>
    private async Task HoldAsync() => await App.PostAsync($"/v1/accounts/{await App.FirstAccountAsync()}/hold");

    /// <summary>The last pages of the log may still take something.</summary>
    private async Task FillTheLogAsync()
    {
        while ((await App.Admin.GetAsync("/readyz")).IsSuccessStatusCode)
        {
        }
    }

    private async Task NotReadyAsync(string reason)
    {
        var answer = await App.Admin.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync() =>
        App.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("description", new string('d', 700))));

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            timeout.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
