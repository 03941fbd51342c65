using System.Xml.Linq;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Tests.Storage.Postgres;

[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class PostgresSchemaTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Fact]
    public async Task Sidecars_that_start_at_the_same_time_on_an_empty_database_make_its_schema_once()
    {
        var empty = TestDatabase.Empty();
        var sidecars = Enumerable.Range(0, 5).Select(_ => world.Open(empty)).ToList();

        await Task.WhenAll(sidecars.Select(Migrations.ApplyAsync));

        var versions = sidecars[0].Read(sql => sql.Query<long>("select version from schema_versions order by version"));
        Assert.Equal(Migrations.Latest, versions[^1]);
        Assert.Equal(versions.Distinct(), versions);
    }

    [Fact]
    public async Task Every_text_is_compared_byte_by_byte_whatever_the_database_does_by_itself()
    {
        await Migrations.ApplyAsync(world.Database);

        var columns = world.Database.Read(sql => sql.Query<(string Name, string? Collation)>(
            """
            select table_name || '.' || column_name, collation_name from information_schema.columns
            where table_schema = 'public' and data_type = 'text'
            """));

        Assert.True(columns.Count > 100, $"Only {columns.Count} columns were found.");
        Assert.DoesNotContain(columns, column => column.Collation != "C");
    }

    [Fact]
    public async Task Every_column_of_SQLite_is_there_and_no_other()
    {
        await Migrations.ApplyAsync(world.Database);
        var path = Directory.CreateTempSubdirectory("connector-db-").FullName;
        await using var sqlite = DatabaseFile.Open(
            Path.Combine(path, "connector.db"), new StorageHealth(NullLogger<StorageHealth>.Instance));
        await Migrations.ApplyAsync(sqlite);

        var here = world.Database.Read(sql => sql.Query<string>(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and table_name not in ('numbers', 'key_ring', 'write_marks', 'feed', 'feed_places')
                and (table_name, column_name) not in (('events', 'place'), ('events', 'xid'))
            """));
        var there = sqlite.Read(sql => sql.Query<string>(
            "select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'"));

        Assert.Equal(there.Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_of_the_ring_can_be_stored_in_the_middle_of_a_write()
    {
        await Migrations.ApplyAsync(world.Database);
        var ring = new DatabaseKeyRing(world.Database);

        await world.Database.WriteAsync(_ => ring.StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1"));

        Assert.Equal("<key id=\"1\" />", Assert.Single(new DatabaseKeyRing(world.Another()).GetAllElements()).ToString());
    }
}
