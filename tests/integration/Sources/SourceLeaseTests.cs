using Connector.Sources.Store;
using Connector.Sources.Work;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Sources;

/// <summary>Who looks at a source, seen by two processes on one database, and what a kill leaves.</summary>
public sealed class SourceLeaseTests
{
    private const int Items = 1000;

    [Fact]
    public async Task A_source_is_taken_by_one_process_and_by_another_only_when_its_lease_has_ended()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        // Its own worker would take what this test is to take.
        await app.Services.GetServices<IHostedService>().OfType<SourceWorker>().Single().StopAsync(CancellationToken.None);
        var database = app.Services.GetRequiredService<Database>();
        var (one, other) = (new SourceLeases(database, clock), new SourceLeases(database, clock));
        await app.PostAsync("/v1/sources", new { url = "https://example.com/feed", start = "all" });

        var row = (await one.ClaimAsync([]))!;
        await using (one.Keep(row.Id))
        {
            for (var i = 0; i < 20; i++)
            {
                var before = LeasedUntil();
                clock.Advance(SourceLeases.Renewal);
                await Eventually.TrueAsync(() => LeasedUntil() > before);
                Assert.Null(await other.ClaimAsync([]));
            }
        }

        clock.Advance(SourceLeases.Duration);
        Assert.Equal(row.Id, (await other.ClaimAsync([]))?.Id);
        // Whoever had it writes nothing any more.
        var progress = new SourceProgress(database, clock);
        await Assert.ThrowsAsync<SourceTakenException>(() => progress.EndAsync(row, row, MissingItems.None));

        long LeasedUntil() => database.Read(sql => sql.Find<long>("select leased_until from sources"));
    }

    [Fact]
    public async Task A_kill_in_the_middle_loses_no_item_and_doubles_none()
    {
        var (clock, folder) = (new ManualClock(), Directory.CreateTempSubdirectory("sources-").FullName);
        await using var host = await WatchedHost.StartAsync();
        try
        {
            var app = await SidecarApp.StartAsync(clock, folder, WebhookCalls.ToLoopback);
            var url = host.Put("/map", Feeds.Pages(Items));
            var made = await app.PostAsync("/v1/sources", new { url, start = "all", board = "Home decor" });
            await Eventually.TrueAsync(() => Count(app, "pins") >= 50);
            await app.CrashAsync();

            clock.Advance(TimeSpan.FromMinutes(6));
            await using var again = await SidecarApp.StartAsync(clock, folder, WebhookCalls.ToLoopback);
            await Eventually.TrueAsync(
                async () => (await again.GetAsync($"/v1/sources/{made["id"]}"))["last_checked_at"] is not null);

            Assert.Equal(Items, (int)(await again.GetAsync($"/v1/sources/{made["id"]}"))["counts"]!["pinned"]!);
            Assert.Equal(Items, Count(again, "pins"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            TestDatabase.Release(folder);
        }
    }

    private static int Count(SidecarApp app, string table) =>
        (int)app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>($"select count(*) from {table}"));
}
