using Connector.Catalogs.Items;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Catalogs;

/// <summary>What is sent again overwrites nothing that came later, and what was said once stays true.</summary>
public sealed class ItemOrderTests
{
    [Theory]
    [InlineData("scope_missing")]
    [InlineData("merchant_disapproved")]
    public async Task Items_that_may_be_there_stay_unconfirmed_when_a_later_try_is_refused(string refusal)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        app.Order(account, "accept_then_drop", "send_items", 1);
        var (_, body) = await app.SendItemsAsync(ItemCalls.Items("upsert", "a", "b"));
        var id = (string)body["id"]!;
        await Eventually.TrueAsync(async () => (await app.GetAsync($"/v1/catalogs/items/{id}"))["waiting_for"] is not null);
        app.Order(account, refusal, "send_items", 1);

        var job = await app.ItemsEndedAsync(id);

        Assert.Equal("failed", (string)job["status"]!);
        Assert.All((await app.ItemResultsAsync(job)).Values, row => Assert.Equal("unconfirmed", (string)row["status"]!));
    }

    [Fact]
    public async Task A_later_job_of_an_account_is_begun_once_all_of_the_earlier_one_is_sent()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        await app.Services.GetServices<IHostedService>().OfType<ItemJobWorker>().Single().StopAsync(CancellationToken.None);
        var leases = new ItemJobLeases(app.Services.GetRequiredService<Database>(), clock);
        var progress = app.Services.GetRequiredService<ItemJobProgress>();
        var (_, first) = await app.SendItemsAsync(ItemCalls.Items("upsert", "a"));
        var (_, second) = await app.SendItemsAsync(ItemCalls.Items("upsert", "a"));
        var batch = app.Services.GetRequiredService<ItemJobStore>().OpenBatches((string)first["id"]!).Single();

        var earlier = (await leases.ClaimAsync([]))!;
        Assert.Null(await leases.ClaimAsync([earlier.Id]));
        Assert.Null(leases.NextAt([earlier.Id]));
        await progress.SendingAsync(earlier, batch);
        Assert.Null(await leases.ClaimAsync([earlier.Id]));
        await progress.SentAsync(earlier, batch, "1");

        Assert.Equal((string)second["id"]!, (await leases.ClaimAsync([earlier.Id]))!.Id);
    }
}
