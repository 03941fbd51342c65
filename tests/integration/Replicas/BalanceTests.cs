using System.Diagnostics;
using Connector.Replicas;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>Each replica works its part of the accounts, also after one joins or leaves.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class BalanceTests
{
    // So long that nobody is given up on a busy machine: that would share the accounts anew as well.
    private const string LongLease = "Connector:Replicas:Lease=00:00:40";

    [Fact]
    public async Task A_replica_that_joins_gets_its_part_and_one_that_stops_leaves_it_at_once()
    {
        await using var world = await ReplicaWorld.StartAsync(1, LongLease);
        await world.AccountsAsync(8);
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [9]);
        var first = IdOf(world, 0);

        await world.JoinAsync();
        await world.JoinAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [3, 3, 3], () => "It is not balanced.");

        var begun = Stopwatch.GetTimestamp();
        await world[2].StopAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [4, 5] or [5, 4]);

        Assert.Equal(first, IdOf(world, 0));
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), $"It took {Stopwatch.GetElapsedTime(begun)}.");
    }

    [Fact]
    public async Task A_replica_with_a_limit_takes_no_more_and_the_others_take_the_rest()
    {
        await using var world = await ReplicaWorld.StartAsync(1, "Connector:Replicas:MostAccounts=2", LongLease);
        await world.AccountsAsync(4);

        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [2]);
        await world.JoinAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [2, 2]);
    }

    private static string IdOf(ReplicaWorld world, int index) => world[index].Services.GetRequiredService<Heartbeat>().Id;

    /// <summary>How many accounts each that lives has, the oldest first.</summary>
    internal static async Task<List<int>> SharesAsync(ReplicaWorld world) =>
    [
        .. (await world[0].GetAsync("/v1/replicas"))["items"]!.AsArray()
            .Where(replica => (string?)replica!["status"] == "alive")
            .Select(replica => (int)replica!["accounts"]!),
    ];
}
