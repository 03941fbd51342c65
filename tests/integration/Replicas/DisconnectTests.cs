using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Replicas;

/// <summary>Nothing is done in the name of an account that another replica has disconnected.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class DisconnectTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_other_replica_asks_Pinterest_nothing_in_its_name_a_second_later(bool withoutNews)
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var account = (await world.AccountsAsync(1))[0];
        if (withoutNews) world.LoseNews();
        // The other one knows the account, and its token.
        Assert.Equal(HttpStatusCode.OK, await BoardsAsync(world[1], account));

        await DisconnectAsync(world[0], account);
        var begun = Stopwatch.GetTimestamp();
        await Eventually.TrueAsync(async () => await BoardsAsync(world[1], account) == HttpStatusCode.NotFound);
        var span = Stopwatch.GetElapsedTime(begun);
        var calls = world.Pinterest.CallsOf("list_boards");
        Assert.Equal(HttpStatusCode.NotFound, await BoardsAsync(world[1], account));

        // The machine of the tests is busy, so that an answer may take a while.
        Assert.True(span < TimeSpan.FromSeconds(1.5), $"It took {span}.");
        Assert.Equal(calls, world.Pinterest.CallsOf("list_boards"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_replica_that_works_its_queue_publishes_no_more_of_it(bool withoutNews)
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var accounts = await world.AccountsAsync(5);
        await Eventually.TrueAsync(() => accounts.Count(each => world.OwnerOf(each) == 1) >= 2);
        var account = accounts.Find(each => world.OwnerOf(each) == 1)!;
        if (withoutNews) world.LoseNews();
        var pins = new List<string>();
        for (var i = 0; i < 40; i++) pins.Add(await world[0].PublishAsync(ReplicaWorld.Pin(account)));
        await Eventually.TrueAsync(() => world.Pinterest.CallsOf("create_pin") > 0);

        await DisconnectAsync(world[0], account);

        var ended = new List<JsonNode>();
        foreach (var pin in pins) ended.Add(await ReplicaWorld.EndedAsync(world[0], pin));
        var made = world.Pinterest.PinsOnPinterest();
        var canceled = ended.Count(pin => (string?)pin["status"] == "canceled");
        Assert.InRange(canceled, 1, pins.Count - 1);
        Assert.InRange(made, 1, pins.Count - canceled);
        // The other replica still works: it is at rest because there is nothing to do.
        var another = await ReplicaWorld.EndedAsync(
            world[0], await world[0].PublishAsync(ReplicaWorld.Pin(accounts.First(each => each != account && world.OwnerOf(each) == 1))));
        Assert.Equal("published", (string?)another["status"]);
        Assert.Equal(made + 1, world.Pinterest.PinsOnPinterest());
    }

    private static Task DisconnectAsync(SidecarApp app, string account) =>
        SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);

    private static async Task<HttpStatusCode> BoardsAsync(SidecarApp app, string account)
    {
        using var answer = await app.Admin.GetAsync($"/v1/boards?account_id={account}");
        return answer.StatusCode;
    }
}
