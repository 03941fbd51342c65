using System.Text.Json.Nodes;
using Connector.Publishing.Worker;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Worker;

public sealed class AccountWorkerTests
{
    [Fact]
    public async Task One_create_is_in_flight_per_board_and_four_boards_at_once()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        foreach (var name in new[] { "One", "Two", "Three" }) await app.PostAsync("/v1/boards", new { name });
        app.Order("slow_headers", times: 100, seconds: 10);
        string[] boards = ["Home decor", "Recipes", "Travel ideas", "One", "Two", "Three"];
        foreach (var board in boards.Concat(boards)) await app.PublishAsync(SidecarApp.Pin(("board", board)));

        JsonArray publishing;
        do
        {
            await app.StepAsync(account);
            publishing = (await app.GetAsync("/v1/pins?status=publishing"))["items"]!.AsArray();
        }
        while (publishing.Count < 4);

        Assert.Equal(4, publishing.Count);
        Assert.Equal(4, publishing.Select(p => (string)p!["board_id"]!).Distinct().Count());
        Assert.All(publishing, pin => Assert.Equal("publishing", (string?)pin!["waiting_for"]!["code"]));
    }

    [Fact]
    public async Task Pins_go_out_oldest_first()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var ids = new List<string>();
        await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/hold");
        for (var i = 0; i < 8; i++) ids.Add(await app.PublishAsync());
        await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");

        var published = new List<(string Id, string AttemptId)>();
        foreach (var id in ids)
        {
            await app.SettledAsync(id);
            var attempt = (await app.GetAsync($"/v1/pins/{id}/attempts"))["items"]![0]!;
            published.Add((id, (string)attempt["id"]!));
        }

        Assert.Equal(ids, published.OrderBy(p => p.AttemptId, StringComparer.Ordinal).Select(p => p.Id));
    }

    [Fact]
    public async Task A_scheduled_pin_waits_for_its_time_and_goes_out_within_a_second_of_it()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var at = app.Clock!.GetUtcNow().AddHours(30);

        var id = await app.PublishAsync(
            SidecarApp.Pin(("publish_at", at.ToOffset(TimeSpan.FromHours(5.5)).ToString("yyyy-MM-dd'T'HH:mm:sszzz"))));

        var waiting = await app.GetAsync($"/v1/pins/{id}");
        Assert.Equal("scheduled", (string?)waiting["status"]);
        Assert.Equal("publish_at", (string?)waiting["waiting_for"]!["code"]);
        Assert.Equal(at, DateTimeOffset.Parse((string)waiting["eta"]!["expected_at"]!));

        var published = await app.SettledAsync(id);
        Assert.InRange(DateTimeOffset.Parse((string)published["published_at"]!), at, at.AddSeconds(1));
    }

    [Fact]
    public async Task A_pin_that_falls_due_while_its_worker_runs_is_not_overlooked()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var worker = app.Services.GetRequiredService<AccountWorkers>().Of(await app.FirstAccountAsync());
        for (var asks = 1; asks <= 8; asks++)
        {
            var at = app.Clock!.GetUtcNow().AddSeconds(30);
            var id = await app.PublishAsync(SidecarApp.Pin(("publish_at", at.ToString("O"))));
            await app.LookAgainAsync(await app.FirstAccountAsync());

            app.Clock.PassAfter(asks, TimeSpan.FromSeconds(31));
            worker.Wake();

            Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        }
    }

    [Fact]
    public async Task A_held_account_keeps_its_pins_and_its_neighbours_go_on()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var held = await app.FirstAccountAsync();
        var other = await app.SimulatorAccountAsync("Other shop");
        await app.PostAsync($"/v1/accounts/{held}/hold");

        var waiting = await app.PublishAsync(SidecarApp.Pin(("account_id", held)));
        var going = await app.PublishAsync(SidecarApp.Pin(("account_id", other)));

        Assert.Equal("published", (string?)(await app.SettledAsync(going))["status"]);
        Assert.Equal("account_hold", (string?)(await app.GetAsync($"/v1/pins/{waiting}"))["waiting_for"]!["code"]);
    }

    [Fact]
    public async Task What_was_queued_goes_out_after_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("connector-test-").FullName;
        try
        {
            var ids = new List<string>();
            // On Kestrel: the test starts it again.
            await using (var before = await RunningConnector.StartAsync(dataDirectory: directory))
            {
                await before.PostAsync($"/v1/accounts/{await before.FirstAccountAsync()}/hold");
                for (var i = 0; i < 5; i++) ids.Add(await before.PublishAsync());
            }

            await using var after = await RunningConnector.StartAsync(dataDirectory: directory);
            await after.PostAsync($"/v1/accounts/{await after.FirstAccountAsync()}/resume");

            foreach (var id in ids) Assert.Equal("published", (string?)(await after.SettledAsync(id))["status"]);
            Assert.Equal(5, after.PinsOnPinterest());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
