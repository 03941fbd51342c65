using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

/// <summary>While replicas are replaced one after the other, a program of the last release works on the schema of this one.</summary>
public sealed class RollingUpgradeTests
{
    /// <summary>The schema of the last release. There was none up to now: it is the last schema of one process alone.</summary>
    private const int LastRelease = 14;

    [Fact]
    public async Task What_the_last_release_writes_can_be_written_after_the_migrations()
    {
        await using var database = await TemporaryDatabase.CreateOldAsync(LastRelease);
        await database.Sql.WriteAsync(sql => sql.Execute(OldRows.Of14));
        var before = ColumnsOf(database.Sql);

        await Migrations.ApplyAsync(database.Sql);
        await database.Sql.WriteAsync(sql => sql.Execute(OldRows.Removal));
        await database.Sql.WriteAsync(sql => sql.Execute(OldRows.Of14));

        var after = ColumnsOf(database.Sql);
        Assert.Empty(before.Except(after));
        foreach (var change in OldRows.Changes)
            Assert.True(await database.Sql.WriteAsync(sql => sql.Execute(change)) > 0, change);
    }

    [Fact]
    public async Task What_the_last_release_relies_on_to_be_once_is_still_once_and_nothing_more_is()
    {
        await using var database = await TemporaryDatabase.CreateOldAsync(LastRelease);
        var (columns, before) = (ColumnsOf(database.Sql), UniqueOf(database.Sql));

        await Migrations.ApplyAsync(database.Sql);

        var tables = columns.Select(column => column.Split('.')[0]).ToHashSet();
        Assert.NotEmpty(before);
        // A conflict of one of these is what its statements expect; another one would be an error to it. It gives no places.
        Assert.Equal(before, UniqueOf(database.Sql)
            .Where(index => tables.Contains(index.Split(' ')[0]) && !index.EndsWith("(place)", StringComparison.Ordinal)));
    }

    private static List<string> ColumnsOf(Database database) => database.Read(sql => sql.Query<string>(TestDatabase.IsPostgres
        ? """
          select table_name || '.' || column_name || ' ' || data_type from information_schema.columns c
          join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
          where table_schema = 'public' order by 1
          """
        : """
          select t.name || '.' || c.name || ' ' || c.type from sqlite_master t join pragma_table_info(t.name) c
          where t.type = 'table' order by 1
          """));

    // With what they are unique by, whatever their names are.
    private static List<string> UniqueOf(Database database) => database.Read(sql => sql.Query<string>(TestDatabase.IsPostgres
        ? """
          select tablename || ' ' || substr(indexdef, strpos(indexdef, ' USING ')) from pg_indexes
          where schemaname = 'public' and indexdef like 'CREATE UNIQUE%' order by 1
          """
        : """
          select t.name || ' (' || coalesce((select group_concat(name) from pragma_index_info(i.name)), '') || ')' || i.partial
          from sqlite_master t join pragma_index_list(t.name) i where t.type = 'table' and i."unique" order by 1
          """));
}
