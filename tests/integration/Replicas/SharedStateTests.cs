using System.Diagnostics;
using Connector.Accounts;
using Connector.Accounts.Tokens;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>What must happen once happens once, however many replicas are asked for it.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class SharedStateTests
{
    [Fact]
    public async Task One_idempotency_key_at_three_replicas_at_once_makes_one_pin()
    {
        await using var world = await ReplicaWorld.StartAsync(3);
        var account = (await world.AccountsAsync(1))[0];

        for (var i = 0; i < 10; i++)
        {
            var pin = ReplicaWorld.Pin(account, $"Pin {i}");
            pin["idempotency_key"] = $"key-{i}";
            var made = await Task.WhenAll(world.All.Select(app => app.PostAsync("/v1/pins", pin)));

            Assert.Single(made.Select(each => (string)each["id"]!).Distinct());
        }
    }

    [Fact]
    public async Task Replicas_that_want_to_renew_a_token_at_once_renew_it_once()
    {
        await using var world = await ReplicaWorld.StartAsync(3);
        var account = await world[0].FirstAccountAsync();
        var row = world[0].Services.GetRequiredService<AccountStore>().Find(account)!;

        await world.Pinterest.FaultAsync("slow_headers", "refresh_token", seconds: 3, account: row.PinterestUserId);
        var (before, begun) = (world.Pinterest.CallsOf("refresh_token"), Stopwatch.GetTimestamp());
        var renewed = await Task.WhenAll(world.All.Select(app =>
            app.Services.GetRequiredService<TokenRefresher>().RefreshAsync(row, CancellationToken.None)));

        // So long that all of them wanted it by then.
        Assert.True(Stopwatch.GetElapsedTime(begun) > TimeSpan.FromSeconds(2.9), $"It took {Stopwatch.GetElapsedTime(begun)}.");
        Assert.All(renewed, each => Assert.Equal(row.TokenVersion + 1, each.TokenVersion));
        Assert.Equal(before + 1, world.Pinterest.CallsOf("refresh_token"));
    }

    [Fact]
    public async Task Sidecars_that_start_at_once_on_a_new_database_make_one_account_and_one_key()
    {
        await using var world = await ReplicaWorld.StartAsync(0);

        await Task.WhenAll(world.JoinAsync(), world.JoinAsync(), world.JoinAsync());

        Assert.Single((await world[0].GetAsync("/v1/accounts"))["items"]!.AsArray());
        Assert.Single((await world[0].GetAsync("/v1/keys"))["items"]!.AsArray());
        // A replica reads the ring once a day: a second key would be unknown to the others until then.
        Assert.Equal(1, world[0].Services.GetRequiredService<Database>().Read(sql => sql.Find<long>("select count(*) from key_ring")));
    }
}
