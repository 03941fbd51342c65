using System.Globalization;
using Connector.Tests.Support;
using Connector.Webhooks;
using Connector.Webhooks.Deliveries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Replicas;

/// <summary>Every replica sends deliveries, and each delivery is sent by one.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class DeliveryClaimTests
{
    private const int Receivers = 12;

    private static readonly TimeSpan Safely = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Replicas_that_claim_at_once_claim_none_twice_and_together_all()
    {
        await using var world = await WorldAsync();
        var stores = world.All.Select(StoreOf).ToList();

        var claimed = await Task.WhenAll(stores.Concat(stores).Select(store => Task.Run(() => store.ClaimAsync([], Now))));

        var ids = claimed.SelectMany(each => each).Select(delivery => delivery.Id).ToList();
        Assert.Equal(Receivers, ids.Count);
        Assert.Equal(Receivers, ids.Distinct().Count());
        foreach (var store in stores) Assert.Empty(await store.ClaimAsync([], Now));
    }

    [Fact]
    public async Task One_that_a_lost_replica_has_locked_keeps_no_other_waiting()
    {
        await using var world = await WorldAsync();
        using var locked = world.Connect();
        await using var transaction = await locked.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = locked.CreateCommand();
        command.CommandText = "select id from deliveries order by id limit 1 for update";
        var id = Convert.ToString(
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);

        var claimed = await StoreOf(world[0]).ClaimAsync([], Now).WaitAsync(Safely);

        Assert.Equal(Receivers - 1, claimed.Count);
        Assert.DoesNotContain(claimed, delivery => delivery.Id == id);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow().AddSeconds(1);

    private static DeliveryStore StoreOf(SidecarApp app) => app.Services.GetRequiredService<DeliveryStore>();

    /// <summary>Two replicas that send nothing by themselves, and one delivery to each receiver.</summary>
    private static async Task<ReplicaWorld> WorldAsync()
    {
        var world = await ReplicaWorld.StartAsync(2, WebhookCalls.ToLoopback);
        foreach (var app in world.All)
            await app.Services.GetServices<IHostedService>().OfType<DeliveryWorker>().Single().StopAsync(CancellationToken.None);
        for (var i = 0; i < Receivers; i++) await world[0].ListenAsync($"http://127.0.0.1:20009/{i}", "account.held");
        await world[0].PostAsync($"/v1/accounts/{await world[0].FirstAccountAsync()}/hold");
        return world;
    }
}
