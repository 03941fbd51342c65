using System.IO.Compression;
using Connector.Tests.Support;

namespace Connector.Tests.Backup;

/// <summary>A restore rehearsed with the built-in simulator works as one with Pinterest would.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class SimulatorBackupTests
{
    [Fact]
    public async Task What_the_simulator_had_is_there_after_a_restore_and_what_waited_goes_out()
    {
        await using var world = await BackupWorld.BeginAsync();
        string sent, waiting;
        await using (var old = await world.StartAloneAsync("first"))
        {
            sent = await old.PublishAsync(SidecarApp.Pin(("title", "Sent")));
            await old.SettledAsync(sent);
            await old.PostAsync($"/v1/accounts/{await old.FirstAccountAsync()}/hold");
            waiting = await old.PublishAsync(SidecarApp.Pin(("title", "Waits")));
            Assert.Contains("simulator's boards and pins", await world.BackUpAsync("first"), StringComparison.Ordinal);
        }

        var said = await world.RestoreAsync("second");
        await using var app = await world.StartAloneAsync("second");
        await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");

        Assert.Contains(
            $"boards and pins are restored too, into {Path.Combine(world.Data("second"), "simulator.jsonl")}.", said,
            StringComparison.Ordinal);
        Assert.Equal("published", (string?)(await app.SettledAsync(waiting))["status"]);
        var there = (await app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray();
        Assert.Equal(["Sent", "Waits"], there.Select(pin => (string?)pin!["title"]).Order());
        Assert.Equal("published", (string?)(await app.GetAsync($"/v1/pins/{sent}"))["status"]);
    }

    [Fact]
    public async Task A_simulator_that_went_on_after_the_backup_stays_as_Pinterest_would()
    {
        await using var world = await BackupWorld.BeginAsync();
        string id;
        await using (var old = await world.StartAloneAsync("first"))
        {
            await old.PostAsync($"/v1/accounts/{await old.FirstAccountAsync()}/hold");
            id = await old.PublishAsync();
            await world.BackUpAsync("first");
            await old.PostAsync($"/v1/accounts/{await old.FirstAccountAsync()}/resume");
            await old.SettledAsync(id);
        }

        foreach (var name in Directory.EnumerateFiles(world.Data("first"), "connector.db*").ToList()) File.Delete(name);
        var said = await world.RestoreAsync("first");
        await using var app = await world.StartAloneAsync("first");
        await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");

        Assert.Contains("stayed as they are", said, StringComparison.Ordinal);
        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        Assert.Equal(1, app.PinsOnPinterest());
    }

    [Fact]
    public async Task Without_a_simulator_a_backup_has_nothing_of_it_and_the_restore_says_so()
    {
        await using var world = await BackupWorld.BeginAsync();
        await (await world.StartAsync("first")).DisposeAsync();
        await world.BackUpAsync("first");

        var said = await world.RestoreAsync("second");
        Assert.Contains("are not in this backup. Connect simulator accounts again", said, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(world.File);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName == "simulator.jsonl");
    }

    [Fact]
    public async Task A_simulator_that_forgot_everything_leaves_no_pin_without_a_reason()
    {
        await using var world = await BackupWorld.BeginAsync();
        string id;
        await using (var old = await world.StartAloneAsync("first", "Connector:Simulator:JournalPath="))
        {
            old.Order("drop_before_read");
            id = await old.PublishAsync();
            while ((string?)(await old.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"] != "reconciling")
                await old.StepAsync(await old.FirstAccountAsync());
        }

        await using var app = await world.StartAloneAsync(
            "first", "Connector:Simulator:JournalPath=", "Logging:LogLevel:Default=Information");
        while ((string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"] == "reconciling") await StepAsync(app);

        Assert.Equal("account_hold", (string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);
        Assert.Single(app.Logs.Lines, line => line.Contains("ccount \"Simulator\" (acc_", StringComparison.Ordinal)
            && line.Contains("must be connected again", StringComparison.Ordinal));
        Assert.Single(app.Logs.Lines, line => line.Contains("The simulator begins with no accounts", StringComparison.Ordinal));
        await app.SimulatorAccountAsync("Simulator");
        Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task A_first_start_does_not_speak_of_accounts_that_were_connected_before()
    {
        await using var world = await BackupWorld.BeginAsync();
        await using var app = await world.StartAloneAsync("first", "Logging:LogLevel:Default=Information");

        await app.SimulatorAccountAsync("Simulator");

        Assert.DoesNotContain(app.Logs.Lines, line => line.Contains("The simulator begins", StringComparison.Ordinal));
    }

    private static async Task StepAsync(SidecarApp app) => await app.StepAsync(await app.FirstAccountAsync());
}
