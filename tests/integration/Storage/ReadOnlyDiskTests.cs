using Connector.Common;
using Connector.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Storage;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class ReadOnlyDiskTests
{
    [Fact]
    public async Task A_disk_that_turned_read_only_refuses_writes_with_the_reason_and_takes_them_again_afterwards()
    {
        using var disk = TinyDisk.TryMount(megabytes: 2);
        Assert.SkipWhen(disk is null, TinyDisk.Unavailable);
        // Only the database lies on it: an open lock file would keep the system from turning it read-only.
        var directory = Directory.CreateTempSubdirectory("connector-db-").FullName;
        File.CreateSymbolicLink(Path.Combine(directory, "connector.db"), Path.Combine(disk.FullPath, "connector.db"));
        await using var database = await TemporaryDatabase.CreateAsync(directory);
        await WriteAsync(database, "kept");
        SqliteConnection.ClearAllPools();
        disk.Fill();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync(database, new string('x', 3 * 1024 * 1024)));
        disk.Free();
        Assert.True(disk.SetReadOnly(true), "Something still holds a file open for writing.");

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync(database, "refused"));

        Assert.False(refused.IsFinal);
        Assert.Equal("The database file is read-only.", refused.Message);
        Assert.Equal(1, database.CountNotes());
        SqliteConnection.ClearAllPools();
        Assert.True(disk.SetReadOnly(false));
        await WriteAsync(database, "after");
        Assert.Equal(["kept", "after"], database.Sql.Read(sql => sql.Query<string>("select text from notes")));
    }

    private static Task WriteAsync(TemporaryDatabase database, string text) =>
        database.Sql.WriteAsync(sql => sql.Execute("insert into notes (text) values (@text)", new { text }));
}
