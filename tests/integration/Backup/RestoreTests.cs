using System.IO.Compression;
using System.Text.Json.Nodes;
using Connector.Backup;
using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Backup;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class RestoreTests
{
    [Fact]
    public async Task A_restore_says_what_comes_next_and_what_a_backup_cannot_know()
    {
        await using var world = await BackedUpAsync();

        var said = await world.RestoreAsync("second");

        string[] expected =
        [
            "pins: 1, accounts: 1", "does not run any more", "Start this one: connector",
            "accepted after it", "canceled", "connected again",
        ];
        Assert.All(expected, text => Assert.Contains(text, said, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(world.Data("second"), "connector.db")));
        Assert.False(Directory.Exists(Path.Combine(world.Data("second"), "restoring")));
    }

    [Fact]
    public async Task A_restore_refuses_while_a_sidecar_runs_on_the_directory()
    {
        await using var world = await BackedUpAsync();
        await using var running = await world.StartAsync("second");

        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => world.RestoreAsync("second"));

        Assert.Contains("is in use by process", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys/key-of-somebody-else.xml")]
    [InlineData("assets/ab/abc")]
    [InlineData("connector.db-wal")]
    [InlineData("connector.db")]
    [InlineData("manifest.json")]
    public async Task A_file_that_is_not_in_the_manifest_or_is_there_twice_refuses_the_restore_and_is_named(string name)
    {
        await using var world = await BackedUpAsync();
        using (var zip = ZipFile.Open(world.File, ZipArchiveMode.Update))
        using (var more = new StreamWriter(zip.CreateEntry(name).Open()))
            await more.WriteAsync("put there later");

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.RestoreAsync("second"));

        Assert.Contains($"files that are not in its manifest: {name}. Nothing was restored", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(world.Data("second"), "connector.db")));
        Assert.False(Directory.Exists(Path.Combine(world.Data("second"), "keys")));
    }

    [Theory]
    [InlineData("connector.db")]
    [InlineData("connector.db-wal")]
    public async Task A_restore_never_overwrites_a_database_nor_what_is_left_of_one(string name)
    {
        await using var world = await BackedUpAsync();
        Directory.CreateDirectory(world.Data("second"));
        await File.WriteAllTextAsync(Path.Combine(world.Data("second"), name), "precious");

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.RestoreAsync("second"));

        Assert.Contains("Move connector.db* and keys/ away", refused.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(Path.Combine(world.Data("second"), name)));
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("no zip")]
    [InlineData("another zip")]
    [InlineData("a changed database")]
    [InlineData("a missing key")]
    [InlineData("a file outside")]
    public async Task A_damaged_archive_restores_nothing(string damage)
    {
        await using var world = await BackedUpAsync();
        Damage(world.File, damage);

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.RestoreAsync("second"));

        Assert.Contains("is damaged, or was not written by connector backup", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(world.Data("second"), "connector.db")));
        Assert.False(Directory.Exists(Path.Combine(world.Data("second"), "restoring")));
        Assert.False(File.Exists(world.Data("outside.xml")));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused_by_name()
    {
        await using var world = await BackedUpAsync();
        Rewrite(world.File, manifest =>
        {
            manifest["schema_version"] = 9999;
            manifest["program_version"] = "9.8.7";
        });

        var refused = await Assert.ThrowsAsync<BackupException>(() => world.RestoreAsync("second"));

        Assert.Contains("written by version 9.8.7, which is newer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_was_killed_halfway_can_be_run_again()
    {
        await using var world = await BackedUpAsync();
        Directory.CreateDirectory(Path.Combine(world.Data("second"), "restoring", "keys"));
        await File.WriteAllTextAsync(Path.Combine(world.Data("second"), "restoring", "connector.db"), "half");

        await world.RestoreAsync("second");

        await using var app = await world.StartAsync("second");
        Assert.Single((await app.GetAsync("/v1/pins"))["items"]!.AsArray());
    }

    private static async Task<BackupWorld> BackedUpAsync()
    {
        var world = await BackupWorld.BeginAsync();
        await using var app = await world.StartAsync("first");
        await app.SettledAsync(await app.PublishAsync());
        await world.BackUpAsync("first");
        return world;
    }

    private static void Damage(string file, string damage)
    {
        switch (damage)
        {
            case "cut short":
                using (var cut = new FileStream(file, FileMode.Open)) cut.SetLength(cut.Length / 2);
                break;
            case "no zip":
                File.WriteAllText(file, "no zip");
                break;
            case "another zip":
                Edit(file, zip => zip.GetEntry("manifest.json")!.Delete());
                break;
            case "a changed database":
                Edit(file, zip =>
                {
                    zip.GetEntry("connector.db")!.Delete();
                    using var other = zip.CreateEntry("connector.db").Open();
                    other.Write("SQLite format 3"u8);
                });
                break;
            case "a missing key":
                Edit(file, zip => zip.Entries.First(entry => entry.FullName.StartsWith("keys/", StringComparison.Ordinal)).Delete());
                break;
            case "a file outside":
                Rewrite(file, manifest => manifest["files"]!["../outside.xml"] = "00");
                break;
        }
    }

    private static void Rewrite(string file, Action<JsonNode> change) => Edit(file, zip =>
    {
        JsonNode manifest;
        using (var entry = zip.GetEntry("manifest.json")!.Open()) manifest = JsonNode.Parse(entry)!;
        change(manifest);
        zip.GetEntry("manifest.json")!.Delete();
        using var written = new StreamWriter(zip.CreateEntry("manifest.json").Open());
        written.Write(manifest.ToJsonString());
    });

    private static void Edit(string file, Action<ZipArchive> edit)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        edit(zip);
    }
}
