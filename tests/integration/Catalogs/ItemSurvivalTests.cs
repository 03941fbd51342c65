using Connector.Catalogs.Items;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Catalogs;

/// <summary>What becomes of items when something goes wrong.</summary>
public sealed class ItemSurvivalTests
{
    [Theory]
    [InlineData("rate_limited", "send_items", "upsert", "completed", "succeeded", 2)]
    [InlineData("accept_then_drop", "send_items", "upsert", "completed", "succeeded", 2)]
    [InlineData("accept_then_drop", "send_items", "create", "completed_with_errors", "unconfirmed", 1)]
    [InlineData("error_after_create", "send_items", "delete", "completed", "succeeded", 2)]
    [InlineData("items_stuck", "send_items", "upsert", "completed_with_errors", "unconfirmed", 1)]
    [InlineData("items_failed", "send_items", "upsert", "failed", "failed", 1)]
    [InlineData("batch_gone", "get_item_batch", "upsert", "completed", "succeeded", 1)]
    [InlineData("batch_gone", "get_item_batch", "upsert", "completed_with_errors", "unconfirmed", 1, 10_000)]
    [InlineData("merchant_disapproved", "send_items", "upsert", "failed", "not_sent", 1)]
    [InlineData("scope_missing", "send_items", "upsert", "failed", "not_sent", 1)]
    [InlineData("error_after_create", "get_item_batch", "upsert", "completed", "succeeded", 1)]
    public async Task Whatever_Pinterest_answers_the_job_ends_and_says_what_became_of_its_items(
        string fault, string operation, string what, string status, string item, int sends, int times = 1)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(await app.FirstAccountAsync(), fault, operation, times);

        var job = await app.WorkItemsAsync(ItemCalls.Items(what, "a", "b"));

        Assert.Equal(status, (string)job["status"]!);
        Assert.All((await app.ItemResultsAsync(job)).Values, row => Assert.Equal(item, (string)row["status"]!));
        Assert.Equal(sends, app.CallsOf("send_items"));
        var event_ = (await app.GetAsync("/v1/events"))["items"]!.AsArray()
            .Single(each => ((string)each!["type"]!).StartsWith("catalog.", StringComparison.Ordinal))!;
        Assert.Equal(status == "failed" ? "catalog.items_failed" : "catalog.items_completed", (string)event_["type"]!);
    }

    [Theory]
    [InlineData("upsert", "completed", 2)]
    [InlineData("create", "completed_with_errors", 0)]
    public async Task A_kill_while_a_batch_is_sent_loses_no_item(string operation, string status, int succeeded)
    {
        var clock = new ManualClock();
        var folder = Directory.CreateTempSubdirectory("items-").FullName;
        try
        {
            var app = await SidecarApp.StartAsync(clock, folder);
            app.Order(await app.FirstAccountAsync(), "slow_headers", "send_items", 1);
            var (_, body) = await app.SendItemsAsync(ItemCalls.Items(operation, "a", "b"));
            await Eventually.TrueAsync(() => app.CallsOf("send_items") == 1);
            await app.CrashAsync();

            clock.Advance(TimeSpan.FromMinutes(3));
            await using var again = await SidecarApp.StartAsync(clock, folder);
            var ended = await again.ItemsEndedAsync((string)body["id"]!);

            Assert.Equal((status, succeeded), ((string)ended["status"]!, (int)ended["succeeded"]!));
            Assert.Equal(2 - succeeded, (int)ended["unconfirmed"]!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            TestDatabase.Release(folder);
        }
    }

    [Fact]
    public async Task Of_two_processes_one_works_a_job_and_whoever_lost_it_writes_nothing_more()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        await app.Services.GetServices<IHostedService>().OfType<ItemJobWorker>().Single().StopAsync(CancellationToken.None);
        var database = app.Services.GetRequiredService<Database>();
        var (one, other) = (new ItemJobLeases(database, clock), new ItemJobLeases(database, clock));
        var progress = app.Services.GetRequiredService<ItemJobProgress>();
        var (_, body) = await app.SendItemsAsync(ItemCalls.Items("upsert", "a"));
        var batch = app.Services.GetRequiredService<ItemJobStore>().OpenBatches((string)body["id"]!).Single();

        var mine = (await one.ClaimAsync([]))!;
        Assert.Null(await other.ClaimAsync([]));
        clock.Advance(ItemJobLeases.Duration);
        var theirs = (await other.ClaimAsync([]))!;

        Assert.Equal(mine.Id, theirs.Id);
        await Assert.ThrowsAsync<ItemJobTakenException>(() => progress.SendingAsync(mine, batch));
        await Assert.ThrowsAsync<ItemJobTakenException>(() => progress.EndAsync(mine));
        await progress.SendingAsync(theirs, batch);
    }
}
