using Connector.Tests.Support;

namespace Connector.Tests.Replicas;

/// <summary>Each replica works its part of the accounts, also after one joins or leaves.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class BalanceTests
{
    [Fact]
    public async Task A_replica_that_joins_gets_its_part_and_one_that_stops_leaves_it_at_once()
    {
        await using var world = await ReplicaWorld.StartAsync(1);
        await world.AccountsAsync(8);
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [9]);

        await world.JoinAsync();
        await world.JoinAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [3, 3, 3], () => "It is not balanced.");

        await world[2].StopAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [4, 5] or [5, 4]);
    }

    [Fact]
    public async Task A_replica_with_a_limit_takes_no_more_and_the_others_take_the_rest()
    {
        await using var world = await ReplicaWorld.StartAsync(1, "Connector:Replicas:MostAccounts=2");
        await world.AccountsAsync(4);

        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [2]);
        await world.JoinAsync();
        await Eventually.TrueAsync(async () => (await SharesAsync(world)) is [2, 2]);
    }

    /// <summary>How many accounts each that lives has, the oldest first.</summary>
    internal static async Task<List<int>> SharesAsync(ReplicaWorld world) =>
    [
        .. (await world[0].GetAsync("/v1/replicas"))["items"]!.AsArray()
            .Where(replica => (string?)replica!["status"] == "alive")
            .Select(replica => (int)replica!["accounts"]!),
    ];
}
