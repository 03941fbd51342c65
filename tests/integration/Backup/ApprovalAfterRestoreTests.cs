using System.Text.Json.Nodes;
using Connector.Simulator.Faults;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Backup;

/// <summary>A backup does not know what was approved after it: no pin goes twice, and none without being approved.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class ApprovalAfterRestoreTests
{
    [Fact]
    public async Task What_was_approved_and_went_out_after_the_backup_is_found_on_its_board()
    {
        await using var world = await BackupWorld.BeginAsync();
        var id = await BackUpWaitingAsync(world, async (old, pin) =>
        {
            await old.PostAsync($"/v1/pins/{pin}/approve");
            Assert.Equal("published", (string?)(await old.SettledAsync(pin))["status"]);
        });

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");

        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task What_did_not_go_out_awaits_approval_again_and_says_so_again()
    {
        await using var world = await BackupWorld.BeginAsync();
        var id = await BackUpWaitingAsync(world, (_, _) => Task.CompletedTask);

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        await UntilAsync(world, app, id, "awaiting_approval");

        Assert.Equal("approval", (string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);
        var events = (await app.GetAsync("/v1/events?types=pin.awaiting_approval"))["items"]!.AsArray();
        Assert.Equal([id, id], events.Select(each => (string?)each!["data"]!["pin"]!["id"]));
        Assert.Equal(0, world.Pinterest.PinsOnPinterest());
        await app.PostAsync($"/v1/pins/{id}/approve");
        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task One_that_nobody_could_find_is_not_sent_unapproved_when_it_is_resolved()
    {
        await using var world = await BackupWorld.BeginAsync();
        var id = await BackUpWaitingAsync(world, (_, _) => Task.CompletedTask);
        world.Pinterest.Services.GetRequiredService<ActiveFaults>().Add(
            new FaultRule("simulator_2", "data_access_denied") { Operation = "list_board_pins", Times = 1 });

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        await UntilAsync(world, app, id, "unconfirmed");
        var resolved = await app.PostAsync($"/v1/pins/{id}/resolve", new { @as = "not_published" });

        Assert.Equal("awaiting_approval", (string?)resolved["status"]);
        Assert.Equal("queued", (string?)(await app.PostAsync($"/v1/pins/{id}/approve"))["status"]);
    }

    private static async Task<string> BackUpWaitingAsync(BackupWorld world, Func<SidecarApp, string, Task> afterwards)
    {
        await using var old = await world.StartAsync("first");
        await old.SetAsync(await old.FirstAccountAsync(), new { require_approval = true });
        var id = await old.PublishAsync();
        await world.BackUpAsync("first");
        await afterwards(old, id);
        return id;
    }

    private static async Task UntilAsync(BackupWorld world, SidecarApp app, string id, string status)
    {
        JsonNode pin;
        for (var step = 0; (string?)(pin = await app.GetAsync($"/v1/pins/{id}"))["status"] != status; step++)
        {
            Assert.True(step < 2000, pin.ToJsonString());
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
