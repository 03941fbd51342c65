using Connector.Common;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class MissingFileTests
{
    [Fact]
    public async Task A_database_that_went_missing_is_not_replaced_by_an_empty_one_and_works_again_when_it_is_back()
    {
        using var disk = TinyDisk.TryMount(megabytes: 2);
        Assert.SkipWhen(disk is null, TinyDisk.Unavailable);
        await using var database = await TemporaryDatabase.CreateAsync(disk.FullPath);
        await NoteAsync(database, "kept");
        disk.Fill();
        Assert.Equal("The disk is full.", (await RefusedAsync(database)).Message);
        disk.Free();

        File.Move(database.Directory.DatabaseFile, database.Directory.DatabaseFile + ".away");
        Assert.Equal("The database file cannot be opened.", (await RefusedAsync(database)).Message);
        Assert.False(File.Exists(database.Directory.DatabaseFile));

        File.Move(database.Directory.DatabaseFile + ".away", database.Directory.DatabaseFile);
        await NoteAsync(database, "after");
        Assert.Equal(["kept", "after"], database.Sql.Read(sql => sql.Query<string>("select text from notes")));
    }

    private static async Task<StorageUnavailableException> RefusedAsync(TemporaryDatabase database) =>
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            while (true) await NoteAsync(database, new string('x', 64 * 1024), keep: false);
        });

    private static Task NoteAsync(TemporaryDatabase database, string text, bool keep = true) => database.Sql.WriteAsync(sql =>
    {
        sql.Execute("insert into notes (text) values (@text)", new { text });
        if (!keep) sql.Execute("delete from notes where text = @text", new { text });
    });
}
