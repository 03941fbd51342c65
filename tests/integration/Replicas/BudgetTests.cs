using System.Net;
using System.Text.Json.Nodes;
using Connector.Replicas;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>Several replicas together stay below what Pinterest allows, also while accounts go from one to another.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class BudgetTests
{
    private static readonly string[] Trial =
        ["Connector:Pinterest:AccessTier=trial", "Connector:Pacing:OrgWrite=12", "Connector:Reconciling:Looks=0.2,0.4,0.6"];

    // Of a minute; two of them may start within six seconds.
    private static readonly string[] FewWrites = ["Connector:Pacing:OrgWrite=3"];

    [Fact]
    public async Task The_day_of_a_trial_app_is_used_up_by_all_replicas_together_and_never_exceeded_when_one_is_lost()
    {
        await using var world = await ReplicaWorld.StartAsync(3, Trial);
        var accounts = await world.AccountsAsync(6);
        await Eventually.TrueAsync(async () => (await BalanceTests.SharesAsync(world)) is [_, > 1, > 1]);

        foreach (var account in accounts)
            for (var i = 0; i < 5; i++) await world[0].PublishAsync(ReplicaWorld.Pin(account));
        await Eventually.TrueAsync(() => world.Pinterest.CallsOf("create_pin") > 2);
        world.Cut(1);
        // The one that is cut off takes what it had for its own.
        await Eventually.TrueAsync(() => accounts.TrueForAll(account => Holds(world[0], account) || Holds(world[2], account)));
        await Eventually.TrueAsync(
            async () => world.Pinterest.CallsOf("create_pin") > 11 && await NothingMovesAsync(world),
            () => $"{world.Pinterest.CallsOf("create_pin")} were made.");

        Assert.Equal(12, world.Pinterest.CallsOf("create_pin"));
    }

    [Fact]
    public async Task An_account_that_another_replica_worked_has_spent_there_what_it_spent()
    {
        await using var world = await ReplicaWorld.StartAsync(2, FewWrites);
        var account = await OfOtherAsync(world);
        // What the first replica knows from now on is that nothing was spent.
        await world[0].GetAsync($"/v1/accounts/{account}/rate-meter");
        foreach (var _ in (int[])[1, 2]) await ReplicaWorld.EndedAsync(world[0], await world[0].PublishAsync(ReplicaWorld.Pin(account)));

        world.Cut(1);
        await Eventually.TrueAsync(() => Holds(world[0], account));
        var pins = new List<string>();
        for (var i = 0; i < 3; i++) pins.Add(await world[0].PublishAsync(ReplicaWorld.Pin(account)));
        await Eventually.TrueAsync(async () => world.Pinterest.CallsOf("create_pin") > 2 && await SettledAsync(world[0], pins));

        Assert.Equal(3, world.Pinterest.CallsOf("create_pin"));
    }

    [Fact]
    public async Task Reads_in_the_name_of_an_account_are_counted_whichever_replica_makes_them()
    {
        await using var world = await ReplicaWorld.StartAsync(3, "Connector:Pacing:OrgRead=20");
        var account = (await world.AccountsAsync(1))[0];
        var before = world.Pinterest.CallsOf("list_boards");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
            statuses.AddRange(await Task.WhenAll(world.All.Select(async app =>
            {
                using var answer = await app.Admin.GetAsync($"/v1/boards?account_id={account}");
                return answer.StatusCode;
            })));

        Assert.Equal(20, world.Pinterest.CallsOf("list_boards") - before);
        Assert.Equal(20, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(10, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    /// <summary>Whether every pin that is left waits for the day to end.</summary>
    private static async Task<bool> NothingMovesAsync(ReplicaWorld world)
    {
        var left = (await world[0].GetAsync("/v1/pins?limit=100"))["items"]!.AsArray().Where(pin => (string?)pin!["status"] != "published");
        return left.All(pin => WaitsLong(pin!));
    }

    private static async Task<bool> SettledAsync(SidecarApp app, List<string> pins)
    {
        var now = new List<JsonNode>();
        foreach (var pin in pins) now.Add(await app.GetAsync($"/v1/pins/{pin}"));
        return now.TrueForAll(pin => (string?)pin["status"] == "published" || WaitsLong(pin));
    }

    private static bool Holds(SidecarApp app, string account) => app.Services.GetRequiredService<AccountLeases>().Holds(account);

    private static bool WaitsLong(JsonNode pin) =>
        (string?)pin["eta"]?["expected_at"] is { } at && Cadences.Time(at) > TimeProvider.System.GetUtcNow().AddSeconds(15);

    private static async Task<string> OfOtherAsync(ReplicaWorld world)
    {
        var accounts = await world.AccountsAsync(3);
        await Eventually.TrueAsync(() => accounts.Exists(account => world.OwnerOf(account) == 1));
        return accounts.Find(account => world.OwnerOf(account) == 1)!;
    }
}
