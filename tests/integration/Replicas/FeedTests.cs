using Connector.Tests.Support;
using Connector.Webhooks;
using Connector.Webhooks.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>However many write events at once, whoever reads them in their order misses none, at whichever replica.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class FeedTests
{
    private const int Writers = 4, EventsEach = 25;

    [Fact]
    public async Task A_reader_that_goes_from_replica_to_replica_misses_nothing_and_sees_nothing_twice()
    {
        await using var world = await ReplicaWorld.StartAsync(3);
        var accounts = await world.AccountsAsync(world.All.Count * Writers);
        var first = await world[0].FirstAccountAsync();
        await world[0].PostAsync($"/v1/accounts/{first}/hold");
        var cursor = (string)(await world[0].GetAsync("/v1/events?limit=1"))["items"]![0]!["id"]!;

        var writing = Task.WhenAll(accounts.Select((account, index) => WriteAsync(world[index % world.All.Count], account)));
        var seen = new List<string>();
        for (var turn = 0; !writing.IsCompleted || await ReadAsync(turn) > 0; turn++)
            if (!writing.IsCompleted) await ReadAsync(turn);
        await writing;

        var all = accounts.Count * EventsEach;
        Assert.Equal(all, seen.Count);
        Assert.Equal(all, seen.Distinct().Count());
        var places = world[1].Services.GetRequiredService<EventStore>().After("", 100_000).ConvertAll(row => row.Place);
        Assert.Equal(Enumerable.Range(1, places.Count).Select(number => $"{number:D16}"), places);

        async Task<int> ReadAsync(int turn)
        {
            var page = await world[turn % world.All.Count].GetAsync($"/v1/events?after={cursor}&limit=40");
            var ids = page["items"]!.AsArray().Select(each => (string)each!["id"]!).ToList();
            seen.AddRange(ids);
            if (ids.Count > 0) cursor = ids[^1];
            return ids.Count;
        }
    }

    [Fact]
    public async Task A_place_is_given_to_every_event_also_when_nobody_asks()
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var account = await world[0].FirstAccountAsync();
        var feed = world[1].Services.GetRequiredService<EventFeed>();
        var from = feed.Latest;

        await world[0].PostAsync($"/v1/accounts/{account}/hold");

        await Eventually.TrueAsync(() => feed.After(from).Events.Count == 1);
    }

    private static async Task WriteAsync(SidecarApp app, string account)
    {
        for (var i = 0; i < EventsEach; i++) await app.PostAsync($"/v1/accounts/{account}/{(i % 2 == 0 ? "hold" : "resume")}");
    }
}
