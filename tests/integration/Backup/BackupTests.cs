using System.IO.Compression;
using Connector.Backup;
using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Backup;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class BackupTests
{
    private static readonly string Master = "Connector:MasterKey=" + Convert.ToBase64String(new byte[32]);

    [Fact]
    public async Task A_running_sidecar_is_backed_up_with_all_that_a_restore_needs()
    {
        await using var world = await BackupWorld.BeginAsync();
        await using var app = await world.StartAsync("first");
        await app.SettledAsync(await app.PublishAsync());
        await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/hold");
        await app.PublishAsync();

        var said = await world.BackUpAsync("first");

        Assert.Contains("pins: 2, accounts: 1", said, StringComparison.Ordinal);
        Assert.Contains("It holds the keys that open your accounts' tokens", said, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(world.File);
        Assert.Equal(
            ["connector.db", "keys", "manifest.json"], zip.Entries.Select(entry => entry.FullName.Split('/')[0]).Distinct().Order());
        Assert.False(Directory.Exists(world.File + ".partial"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(world.File));
        Assert.Equal("ok", (string?)(await app.GetAsync("/readyz"))["status"]);
    }

    [Fact]
    public async Task With_a_master_key_it_says_that_the_key_must_be_kept_as_well()
    {
        await using var world = await BackupWorld.BeginAsync();
        await using (await world.StartAsync("first", Master))
        {
        }

        Assert.Contains("sealed with Connector:MasterKey, which is not in it", await world.BackUpAsync("first"), StringComparison.Ordinal);
        Assert.Contains("set the Connector:MasterKey they were sealed with", await world.RestoreAsync("without"), StringComparison.Ordinal);
        Assert.DoesNotContain("set the Connector:MasterKey", await world.RestoreAsync("with", Master), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var world = await BackupWorld.BeginAsync();
        await using var app = await world.StartAsync("first");
        await File.WriteAllTextAsync(world.File, "precious");

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.BackUpAsync("first"));

        Assert.Contains("exists already", refused.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(world.File));
    }

    [Fact]
    public async Task A_damaged_database_is_not_backed_up()
    {
        await using var world = await BackupWorld.BeginAsync();
        await (await world.StartAsync("first")).DisposeAsync();
        await using (var file = new FileStream(Path.Combine(world.Data("first"), DataDirectory.DatabaseName), FileMode.Open))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[file.Length / 4]);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => world.BackUpAsync("first"));

        Assert.False(File.Exists(world.File));
        Assert.False(Directory.Exists(world.File + ".partial"));
    }

    [Fact]
    public async Task A_directory_without_a_database_has_nothing_to_back_up()
    {
        await using var world = await BackupWorld.BeginAsync();

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.BackUpAsync("nowhere"));

        Assert.Contains("There is no database in", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.Data("nowhere")));
    }
}
