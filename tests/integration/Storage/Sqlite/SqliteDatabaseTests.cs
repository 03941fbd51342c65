using System.Collections.Concurrent;
using Connector.Common;
using Connector.Storage.Sqlite;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Sqlite;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task A_commit_waits_for_the_disk()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        var pragmas = await database.Sql.WriteAsync(sql =>
            (sql.Find<string>("pragma journal_mode"), sql.Find<long>("pragma synchronous"), sql.Find<long>("pragma foreign_keys")));

        Assert.Equal(("wal", 2, 1), pragmas);
    }

    [Fact]
    public async Task A_write_waits_for_another_process_that_writes_such_as_a_command()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        var milliseconds = await database.Sql.WriteAsync(sql => sql.Find<long>("pragma busy_timeout"));

        Assert.Equal(10_000, milliseconds);
    }

    [Fact]
    public async Task The_native_library_is_the_one_that_is_shipped()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        var version = database.Sql.Read(sql => sql.Find<string>("select sqlite_version()"));

        Assert.StartsWith("3.53.", version, StringComparison.Ordinal);
        Assert.Equal(version, SqliteLibrary.Version);
    }

    [Fact]
    public async Task Readers_can_neither_write_nor_checkpoint()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var log = database.WalBytes;

        Assert.Throws<StorageUnavailableException>(
            () => database.Sql.Read(sql => sql.Execute("insert into notes (text) values ('by a reader')")));
        Record.Exception(() => database.Sql.Read(sql => sql.Find<long>("pragma wal_checkpoint(truncate)")));

        Assert.Equal(0, database.CountNotes());
        Assert.Equal(log, database.WalBytes);
    }

    [Fact]
    public async Task Exactly_one_handle_can_write_the_file_however_many_read_and_write()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files can only be listed on Linux.");
        await using var database = await TemporaryDatabase.CreateAsync();
        var seen = new ConcurrentBag<long>();

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, _) =>
        {
            await database.Sql.WriteAsync(sql => sql.Execute("insert into notes (text) values ('one')"));
            database.CountNotes();
            if (id % 20 == 0) seen.Add(WritingHandles(database.Directory.DatabaseFile));
        });

        Assert.All(seen, handles => Assert.Equal(1, handles));
    }

    [Fact]
    public async Task The_log_stays_bounded_under_thousands_of_writes()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var text = new string('x', 8 * 1024);
        var seen = new ConcurrentBag<long>();

        await Parallel.ForAsync(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (id, _) =>
        {
            // The statement that once kept the log growing: https://www.sqlite.org/lang_returning.html
            await database.Sql.WriteAsync(sql => sql.Find<long>("insert into notes (text) values (@text) returning id", new { text }));
            if (id % 50 == 0) seen.Add(database.WalBytes / 1024);
        });

        Assert.InRange(seen.Max(), 1024, 16 * 1024);
        Assert.True(
            new FileInfo(database.Directory.DatabaseFile).Length > 16 * 1024 * 1024, "Most of 32 MB should have been checkpointed.");
    }

    private static int WritingHandles(string file) => Directory.EnumerateFiles("/proc/self/fd").Count(descriptor =>
    {
        try
        {
            if (File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName != file) return false;
            var info = File.ReadLines($"/proc/self/fdinfo/{Path.GetFileName(descriptor)}");
            var flags = info.First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags[6..].Trim(), 8) & 3) != 0;
        }
        catch (IOException)
        {
            return false; // closed in the meantime
        }
    });
}
