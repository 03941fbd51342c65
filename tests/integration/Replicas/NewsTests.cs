using System.Diagnostics;
using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Replicas;

/// <summary>What one replica does is soon known to the others.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class NewsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pin_that_is_given_to_one_replica_is_published_by_another_and_heard_of_at_the_first(bool withoutNews)
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var account = await OfOtherAsync(world);
        if (withoutNews) world.LoseNews();

        var spans = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var id = await world[0].PublishAsync(ReplicaWorld.Pin(account));
            var begun = Stopwatch.GetTimestamp();
            var pin = await world[0].GetAsync($"/v1/pins/{id}?wait=30");
            spans.Add(Stopwatch.GetElapsedTime(begun));
            Assert.Equal("published", (string?)pin["status"]);
        }

        // The machine of the tests is busy; alone it takes a fifth of it.
        Assert.True(spans.Order().ElementAt(2) < TimeSpan.FromSeconds(5), string.Join(", ", spans));
        Assert.Equal(5, world.Pinterest.PinsOnPinterest());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pin_that_is_approved_at_one_replica_is_published_by_another_within_seconds(bool withoutNews)
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var (account, another) = await TwoOfOtherAsync(world);
        await world[0].SetAsync(account, new { require_approval = true });
        if (withoutNews) world.LoseNews();
        var id = await world[0].PublishAsync(ReplicaWorld.Pin(account));
        // By then the other replica has seen both, and only the approval is new.
        await ReplicaWorld.EndedAsync(world[0], await world[0].PublishAsync(ReplicaWorld.Pin(another)));

        var begun = Stopwatch.GetTimestamp();
        await world[0].PostAsync($"/v1/pins/{id}/approve");
        var ended = await ReplicaWorld.EndedAsync(world[0], id);

        Assert.Equal("published", (string?)ended["status"]);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(8), $"It took {Stopwatch.GetElapsedTime(begun)}.");
    }

    [Fact]
    public async Task A_hold_that_one_replica_was_told_stops_the_other()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var account = await OfOtherAsync(world);

        await world[0].PostAsync($"/v1/accounts/{account}/hold");
        await Eventually.TrueAsync(async () => (string?)(await world[1].GetAsync($"/v1/accounts/{account}"))["status"] == "held");
        var id = await world[0].PublishAsync(ReplicaWorld.Pin(account));
        await world[0].PostAsync($"/v1/accounts/{account}/resume");

        Assert.Equal("published", (string?)(await ReplicaWorld.EndedAsync(world[0], id))["status"]);
    }

    [Fact]
    public async Task A_key_that_was_revoked_at_one_replica_is_refused_by_all_within_a_second()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var key = await world[0].PostAsync("/v1/keys", new { name = "short", scopes = new[] { "read" } });
        using var there = world[1].As((string)key["secret"]!);
        using (var first = await there.GetAsync("/v1/whoami")) Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        using (var revoked = await world[0].Admin.DeleteAsync($"/v1/keys/{key["key"]!["id"]}")) Assert.True(revoked.IsSuccessStatusCode);
        var begun = Stopwatch.GetTimestamp();
        await Eventually.TrueAsync(async () =>
        {
            using var answer = await there.GetAsync("/v1/whoami");
            return answer.StatusCode == HttpStatusCode.Unauthorized;
        });

        // The machine of the tests is busy, so that an answer may take a while.
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(1.5), $"It took {Stopwatch.GetElapsedTime(begun)}.");
    }

    private static async Task<string> OfOtherAsync(ReplicaWorld world) => (await TwoOfOtherAsync(world)).Item1;

    private static async Task<(string, string)> TwoOfOtherAsync(ReplicaWorld world)
    {
        var accounts = await world.AccountsAsync(5);
        await Eventually.TrueAsync(() => accounts.Count(account => world.OwnerOf(account) == 1) >= 2);
        var others = accounts.FindAll(account => world.OwnerOf(account) == 1);
        return (others[0], others[1]);
    }
}
