using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Simulator.Faults;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Backup;

/// <summary>
/// The second promise across a restore: the old sidecar went on after the backup, and still nothing is on Pinterest twice.
/// </summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class AfterRestoreTests
{
    [Fact]
    public async Task What_went_out_after_the_backup_is_found_on_its_board_and_not_sent_again()
    {
        await using var world = await BackupWorld.BeginAsync();
        var ids = new List<string>();
        await using (var old = await world.StartAsync("first"))
        {
            await HoldAsync(old);
            foreach (var link in new[] { "https://example.com/lamp", null })
                ids.Add(await old.PublishAsync(SidecarApp.Pin(("link_url", link))));
            await world.BackUpAsync("first");
            await ResumeAsync(old);
            foreach (var id in ids) await old.SettledAsync(id);
        }

        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");

        foreach (var id in ids)
        {
            Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
            Assert.Equal("found", (string?)(await AttemptsAsync(app, id))[^1]!["conclusion"]);
        }

        Assert.Equal(2, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task What_did_not_go_out_goes_out_once_and_the_restore_cost_it_no_try()
    {
        await using var world = await BackupWorld.BeginAsync();
        var id = "";
        await using (var old = await world.StartAsync("first"))
        {
            await HoldAsync(old);
            id = await old.PublishAsync();
            await world.BackUpAsync("first");
        }

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        var looking = await app.GetAsync($"/v1/pins/{id}");
        Assert.Equal("reconciling", (string?)looking["waiting_for"]!["code"]);
        await ResumeAsync(app);

        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        var attempts = await AttemptsAsync(app, id);
        Assert.Equal(["absent", null], attempts.Select(attempt => (string?)attempt!["conclusion"]));
        Assert.Equal(4, attempts[0]!["looks"]!.AsArray().Count);
        Assert.Contains("restored from a backup", (string?)attempts[0]!["message"], StringComparison.Ordinal);
        Assert.Equal(5, app.Services.GetRequiredService<Database>().Read(
            sql => sql.Find<long>("select tries_left from pins where id = @id", new { id })));
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task A_scheduled_pin_is_scheduled_again_for_its_own_time()
    {
        await using var world = await BackupWorld.BeginAsync();
        var at = world.Clock.GetUtcNow().AddHours(30);
        var id = "";
        await using (var old = await world.StartAsync("first"))
        {
            id = await old.PublishAsync(SidecarApp.Pin(("publish_at", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
            await world.BackUpAsync("first");
        }

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        while ((string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"] == "reconciling")
            world.Clock.Advance(TimeSpan.FromSeconds(1));

        var pin = await app.GetAsync($"/v1/pins/{id}");
        Assert.Equal(("scheduled", "publish_at"), ((string?)pin["status"], (string?)pin["waiting_for"]!["code"]));
        Assert.InRange(DateTimeOffset.Parse((string)(await app.SettledAsync(id))["published_at"]!), at, at.AddSeconds(1));
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task A_repeat_with_its_idempotency_key_is_the_same_pin()
    {
        await using var world = await BackupWorld.BeginAsync();
        var pin = SidecarApp.Pin(("idempotency_key", "lamp-1"));
        var id = "";
        await using (var old = await world.StartAsync("first"))
        {
            await HoldAsync(old);
            id = await old.PublishAsync(pin);
            await world.BackUpAsync("first");
            await ResumeAsync(old);
            await old.SettledAsync(id);
        }

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        using var answer = await app.Admin.PostAsJsonAsync("/v1/pins", pin);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(id, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]);
        await app.SettledAsync(id);
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    /// <summary>What was seen before the backup proves nothing about what was sent after it.</summary>
    [Fact]
    public async Task A_pin_that_was_being_looked_for_is_looked_for_anew()
    {
        await using var world = await BackupWorld.BeginAsync();
        var id = "";
        await using (var old = await world.StartAsync("first"))
        {
            world.Pinterest.Order("drop_before_read", account: "simulator_2");
            id = await old.PublishAsync();
            // In small steps: a big one could be past the fourth look before the third is seen.
            while ((await AttemptsAsync(old, id)) is not [var only] || only!["looks"]?.AsArray().Count is not 3)
                world.Clock.Advance(TimeSpan.FromSeconds(1));
            await world.BackUpAsync("first");
            Assert.Equal("published", (string?)(await old.SettledAsync(id))["status"]);
        }

        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");

        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        Assert.Equal("found", (string?)(await AttemptsAsync(app, id))[0]!["conclusion"]);
        Assert.Equal(1, world.Pinterest.PinsOnPinterest());
    }

    [Fact]
    public async Task Where_the_board_may_not_be_read_the_pin_is_unconfirmed_and_resolving_it_keeps_its_time()
    {
        await using var world = await BackupWorld.BeginAsync();
        var at = world.Clock.GetUtcNow().AddHours(30);
        var id = "";
        await using (var old = await world.StartAsync("first"))
        {
            id = await old.PublishAsync(SidecarApp.Pin(("publish_at", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
            await world.BackUpAsync("first");
        }

        world.Pinterest.Services.GetRequiredService<ActiveFaults>().Add(
            new FaultRule("simulator_2", "data_access_denied") { Operation = "list_board_pins", Times = 1 });
        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");

        Assert.Equal("unconfirmed", (string?)(await app.SettledAsync(id))["status"]);
        var resolved = await app.PostAsync($"/v1/pins/{id}/resolve", new { @as = "not_published" });
        Assert.Equal(("scheduled", at), ((string?)resolved["status"], DateTimeOffset.Parse((string)resolved["eta"]!["not_before"]!)));
    }

    [Fact]
    public async Task Many_pins_in_doubt_on_one_board_do_not_read_it_once_each()
    {
        await using var world = await BackupWorld.BeginAsync();
        var ids = new List<string>();
        await using (var old = await world.StartAsync("first"))
        {
            await HoldAsync(old);
            for (var i = 0; i < 40; i++) ids.Add(await old.PublishAsync(SidecarApp.Pin(("title", $"Pin {i}"))));
            await world.BackUpAsync("first");
        }

        await world.RestoreAsync("second");
        await using var app = await world.StartAsync("second");
        await ResumeAsync(app);
        foreach (var id in ids) Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);

        Assert.Equal(40, world.Pinterest.PinsOnPinterest());
        Assert.InRange(world.Pinterest.CallsOf("list_board_pins"), 4, 40);
    }

    private static async Task HoldAsync(SidecarApp app) => await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/hold");

    private static async Task ResumeAsync(SidecarApp app) => await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");

    /// <summary>Oldest first.</summary>
    private static async Task<JsonNode?[]> AttemptsAsync(SidecarApp app, string id) =>
        [.. (await app.GetAsync($"/v1/pins/{id}/attempts"))["items"]!.AsArray().Reverse()];
}
