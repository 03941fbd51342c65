using Connector.Pins.Lifecycle;
using Connector.Publishing.Worker;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>A replica that is lost loses no pin, and whatever it still does publishes none twice.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class TakeoverTests
{
    [Fact]
    public async Task Pins_of_a_replica_that_is_cut_off_are_published_by_another_soon_after_its_lease()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var accounts = await world.AccountsAsync(6);
        await Eventually.TrueAsync(() => accounts.Count(account => world.OwnerOf(account) == 1) >= 3);
        var theirs = accounts.FindAll(account => world.OwnerOf(account) == 1);

        world.Cut(1);
        var pins = new List<string>();
        foreach (var account in theirs) pins.Add(await world[0].PublishAsync(ReplicaWorld.Pin(account)));
        foreach (var pin in pins) Assert.Equal("published", (string?)(await ReplicaWorld.EndedAsync(world[0], pin))["status"]);

        Assert.Equal(pins.Count, world.Pinterest.PinsOnPinterest());
        Assert.All(theirs, account => Assert.NotEqual(1, world.OwnerOf(account)));
    }

    [Fact]
    public async Task An_account_that_a_lost_replica_has_locked_keeps_no_other_account_waiting()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var accounts = await world.AccountsAsync(6);
        await Eventually.TrueAsync(() => accounts.Count(account => world.OwnerOf(account) == 1) >= 3);
        var theirs = accounts.FindAll(account => world.OwnerOf(account) == 1);
        using var locked = world.Connect();
        await using (var transaction = await locked.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var command = locked.CreateCommand();
            command.CommandText = $"select 1 from lanes where account_id = '{theirs[0]}' for update";
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

            world.Cut(1);
            foreach (var account in theirs[1..].Append(accounts.Except(theirs).First()))
            {
                var pin = await ReplicaWorld.EndedAsync(world[0], await world[0].PublishAsync(ReplicaWorld.Pin(account)));
                Assert.Equal("published", (string?)pin["status"]);
            }

            Assert.NotEqual(0, world.OwnerOf(theirs[0]));
        }

        await Eventually.TrueAsync(() => world.OwnerOf(theirs[0]) == 0);
    }

    [Fact]
    public async Task An_answer_that_comes_after_a_takeover_is_written_on_the_pin_and_nothing_is_sent_again()
    {
        // The board is looked at much later.
        await using var world = await ReplicaWorld.StartAsync(2, "Connector:Reconciling:Looks=60,120");
        var account = (await world.AccountsAsync(1))[0];
        await world.OwnedAsync(account);
        await world.Pinterest.FaultAsync("slow_headers", "create_pin", seconds: 15, account: await UserAsync(world, account));

        var id = await world[0].PublishAsync(ReplicaWorld.Pin(account));
        await Eventually.TrueAsync(() => world.Pinterest.PinsOnPinterest() == 1);
        var owner = await world.OwnedAsync(account);
        var other = 1 - owner;
        world.Silence(owner);
        await Eventually.TrueAsync(() => world.OwnerOf(account) == other);
        var pin = await ReplicaWorld.EndedAsync(world[other], id);

        Assert.Equal("published", (string?)pin["status"]);
        var attempt = Assert.Single((await world[other].GetAsync($"/v1/pins/{id}/attempts"))["items"]!.AsArray())!;
        Assert.Equal(("unknown", "found"), ((string?)attempt["outcome"], (string?)attempt["conclusion"]));
        Assert.Empty(attempt["looks"]!.AsArray());
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task A_replica_that_could_not_say_in_time_that_it_lives_sends_nothing()
    {
        await using var world = await ReplicaWorld.StartAsync(1);
        var (store, claim) = await ClaimedAsync(world);

        world.Silence(0);
        var result = await world[0].Services.GetRequiredService<PinPublisher>().PublishAsync(claim, CancellationToken.None);

        Assert.Equal(AttemptOutcome.NotSent, result.Outcome);
        Assert.Equal(NextAction.Retry, result.Next);
        Assert.Equal(0, world.Pinterest.PinsOnPinterest());
        Assert.True(await store.CompleteAsync(claim, result));
    }

    [Fact]
    public async Task An_account_that_was_taken_over_is_not_claimed_from_and_what_was_open_is_unknown()
    {
        await using var world = await ReplicaWorld.StartAsync(1);
        var (store, claim) = await ClaimedAsync(world);
        world.Silence(0);
        var next = await world.JoinAsync();
        await Eventually.TrueAsync(
            () => next.Services.GetRequiredService<Connector.Replicas.AccountLeases>().Holds(claim.Pin.AccountId));

        var second = await next.PublishAsync();
        Assert.Null(await store.ClaimAsync(claim.Pin.AccountId, second, clockConfirmed: true));
        Assert.False(await store.CompleteAsync(claim, AttemptDecision.NotPublished(sent: false, "Late.", TimeSpan.Zero)));
        var attempt = Assert.Single((await next.GetAsync($"/v1/pins/{claim.Pin.Id}/attempts"))["items"]!.AsArray())!;
        Assert.Equal("unknown", (string?)attempt["outcome"]);
    }

    [Fact]
    public async Task A_replica_that_comes_back_begins_anew_and_has_its_part_again()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        await world.AccountsAsync(5);
        world.Cut(1);
        await Eventually.TrueAsync(async () => await AliveAsync(world) == 1);
        using (var ready = await world[1].Admin.GetAsync("/readyz")) Assert.Equal(503, (int)ready.StatusCode);

        world.Mend(1);
        await Eventually.TrueAsync(async () => await AliveAsync(world) == 2);
        await Eventually.TrueAsync(async () => (await world[1].Admin.GetAsync("/readyz")).IsSuccessStatusCode);
        await Eventually.TrueAsync(async () => (await BalanceTests.SharesAsync(world)).All(share => share == 3));
    }

    private static async Task<int> AliveAsync(ReplicaWorld world) =>
        (await world[0].GetAsync("/v1/replicas"))["items"]!.AsArray().Count(replica => (string?)replica!["status"] == "alive");

    private static async Task<string> UserAsync(ReplicaWorld world, string account) =>
        (string)(await world[0].GetAsync($"/v1/accounts/{account}"))["pinterest_user_id"]!;

    /// <summary>A pin of a held account, so that no worker takes it, claimed by hand.</summary>
    private static async Task<(QueueStore Store, Claim Claim)> ClaimedAsync(ReplicaWorld world)
    {
        var account = await world[0].FirstAccountAsync();
        await world.OwnedAsync(account);
        await world[0].PostAsync($"/v1/accounts/{account}/hold");
        var store = world[0].Services.GetRequiredService<QueueStore>();
        return (store, (await store.ClaimAsync(account, await world[0].PublishAsync(), clockConfirmed: true))!);
    }
}
