using Connector.Imports.Work;
using Connector.Sources.Store;
using Connector.Sources.Work;
using Connector.Tests.Imports;
using Connector.Tests.Sources;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Replicas;

/// <summary>Sources and imports with several replicas: one works each, and another goes on with those of a replica that is gone.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class SourceReplicaTests : IAsyncLifetime
{
    private const int Pages = 20, Rows = 600;

    private readonly TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReplicaWorld _world = null!;
    private WatchedHost _host = null!;
    private string _account = null!;
    private int _open, _mostOpen;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplicaWorld.StartAsync(2, WebhookCalls.ToLoopback);
        _host = await WatchedHost.StartAsync();
        _account = await _world[0].FirstAccountAsync();
        var url = _host.Put("/map", Feeds.Pages(Pages));
        var answer = _host.Files["/map"];
        _host.Files["/map"] = http => SlowlyAsync(http, answer);
    }

    public async ValueTask DisposeAsync()
    {
        _mayAnswer.TrySetResult();
        await _world.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_one_replica_reads_is_read_by_no_other_at_the_same_time()
    {
        var id = await WatchAsync();

        foreach (var replica in _world.All)
        {
            await replica.PostAsync($"/v1/sources/{id}/check");
            Assert.Null(await replica.Services.GetRequiredService<SourceLeases>().ClaimAsync([]));
        }

        _mayAnswer.SetResult();
        await ReadAsync(_world[0], id);
        // Who asked for a check meanwhile gets another one, afterwards.
        await Eventually.TrueAsync(() => Asked() == 2 && _world.All.All(replica => SourcesAt(replica) == 0));
        Assert.Equal(1, _mostOpen);
        Assert.Equal(Pages, await PinsAsync());
    }

    [Fact]
    public async Task A_source_of_a_replica_that_stops_is_read_by_another_at_once()
    {
        var id = await WatchAsync();
        var (owner, other) = await OwnerAsync(SourcesAt);

        await WorkerOf<SourceWorker>(owner).StopAsync(CancellationToken.None);

        await Eventually.TrueAsync(() => SourcesAt(other) == 1 && Asked() == 2);
        _mayAnswer.SetResult();
        await ReadAsync(other, id);
        Assert.Equal(Pages, await PinsAsync());
    }

    [Fact]
    public async Task A_source_of_a_replica_that_is_lost_is_read_by_another_after_its_lease()
    {
        var id = await WatchAsync();
        var (owner, other) = await OwnerAsync(SourcesAt);

        _world.Cut(_world.All.ToList().IndexOf(owner));
        await LaterAsync("update sources set leased_until = 1, next_check_at = 1");
        await other.PostAsync($"/v1/sources/{id}/check");
        await Eventually.TrueAsync(() => SourcesAt(other) == 1 && Asked() == 2);
        _mayAnswer.SetResult();
        await ReadAsync(other, id);
        _world.Mend(_world.All.ToList().IndexOf(owner));

        // What the lost one has read it writes no more.
        await Eventually.TrueAsync(() => SourcesAt(owner) == 0);
        Assert.Equal(Pages, await PinsAsync());
        Assert.Equal(Pages, (int)(await other.GetAsync($"/v1/sources/{id}"))["counts"]!["pinned"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_import_of_a_replica_that_is_gone_is_finished_by_another_and_no_row_is_doubled(bool stops)
    {
        var (_, body) = await _world[0].Admin.SendAsync(ImportCalls.Form(Many(), ("account_id", _account)));
        var id = (string)body["id"]!;
        await Eventually.TrueAsync(async () => (int)(await _world[0].GetAsync($"/v1/imports/{id}"))["done"]! >= 50);
        var (owner, other) = await OwnerAsync(replica => WorkerOf<ImportWorker>(replica).AtWork);

        if (stops) await WorkerOf<ImportWorker>(owner).StopAsync(CancellationToken.None);
        else
        {
            _world.Cut(_world.All.ToList().IndexOf(owner));
            await LaterAsync("update imports set leased_until = 1");
            // Another import lets it look again before the lease would have ended.
            await other.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("account_id", _account), ("dry_run", "true")));
        }

        var ended = await other.ImportEndedAsync(id);
        ImportCalls.AssertCounts(ended, "completed", created: Rows);
        Assert.Equal(Rows, await PinsAsync());
    }

    private async Task<string> WatchAsync()
    {
        var made = await _world[0].PostAsync(
            "/v1/sources", new { account_id = _account, url = _host.Url + "/map", start = "all", board = "Home decor" });
        await Eventually.TrueAsync(() => Asked() == 1);
        return (string)made["id"]!;
    }

    private static async Task ReadAsync(SidecarApp replica, string id) =>
        await Eventually.TrueAsync(async () => (await replica.GetAsync($"/v1/sources/{id}"))["last_checked_at"] is not null);

    private async Task<(SidecarApp Owner, SidecarApp Other)> OwnerAsync(Func<SidecarApp, int> atWork)
    {
        await Eventually.TrueAsync(() => _world.All.Count(replica => atWork(replica) == 1) == 1);
        return (_world.All.Single(replica => atWork(replica) == 1), _world.All.Single(replica => atWork(replica) == 0));
    }

    private async Task SlowlyAsync(HttpContext http, Func<HttpContext, Task> answer)
    {
        var open = Interlocked.Increment(ref _open);
        lock (_host) _mostOpen = Math.Max(_mostOpen, open);
        await _mayAnswer.Task;
        Interlocked.Decrement(ref _open);
        await answer(http);
    }

    private async Task LaterAsync(string update)
    {
        using var connection = _world.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = update;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> PinsAsync()
    {
        using var connection = _world.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from pins";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private int Asked()
    {
        lock (_host.Asked) return _host.Asked.Count;
    }

    private static int SourcesAt(SidecarApp replica) => WorkerOf<SourceWorker>(replica).AtWork;

    private static T WorkerOf<T>(SidecarApp replica) => replica.Services.GetServices<IHostedService>().OfType<T>().Single();

    private static string Many() =>
        "sku,title,image,board\n" + string.Concat(
            Enumerable.Range(0, Rows).Select(row => $"S-{row},Lamp {row},https://example.com/{row}.jpg,Home decor\n"));
}
