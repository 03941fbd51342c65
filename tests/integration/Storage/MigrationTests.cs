using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task Each_migration_runs_once_and_in_order()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        await Migrations.ApplyAsync(database.Sql);

        var versions = database.Sql.Read(sql => sql.Query<long>("select version from schema_versions order by rowid"));
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(version => (long)version), versions);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute("insert into schema_versions (version) values (9999)"));

        var refused = await Assert.ThrowsAsync<DatabaseTooNewException>(() => Migrations.ApplyAsync(database.Sql));

        Assert.StartsWith("The database has schema version 9999; this program knows up to ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Start the newer version again", refused.Message, StringComparison.Ordinal);
    }
}
