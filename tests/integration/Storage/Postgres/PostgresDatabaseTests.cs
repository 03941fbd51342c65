using Connector.Common;
using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class PostgresDatabaseTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Fact]
    public async Task Two_replicas_that_read_decide_and_write_lose_nothing_of_each_other()
    {
        await world.Database.WriteAsync(sql => Set(sql, 1, 0));
        PostgresDatabase[] replicas = [world.Database, world.Another()];

        await Parallel.ForAsync(0, 200, async (i, _) => await replicas[i % 2].WriteAsync(sql =>
        {
            var value = sql.Find<long>("select value from numbers where id = 1");
            sql.Execute("update numbers set value = @value where id = 1", new { value = value + 1 });
        }));

        Assert.Equal(200, world.Database.Read(sql => sql.Find<long>("select value from numbers where id = 1")));
    }

    [Fact]
    public async Task Two_replicas_that_look_whether_there_is_room_do_not_both_take_the_last_place()
    {
        PostgresDatabase[] replicas = [world.Database, world.Another()];

        var taken = await Task.WhenAll(Enumerable.Range(100, 40).Select(id => replicas[id % 2].WriteAsync(sql =>
        {
            if (sql.Find<long>("select count(*) from numbers where id between 100 and 199") >= 10) return false;
            return Set(sql, id, 1) == 1;
        })));

        Assert.Equal(10, taken.Count(isTaken => isTaken));
        Assert.Equal(10, world.Database.Read(sql => sql.Find<long>("select count(*) from numbers where id between 100 and 199")));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said_at_once_and_used_again_when_it_is_there()
    {
        world.Proxy.IsClosed = true;

        var read = Assert.Throws<StorageUnavailableException>(() => world.Values());
        var write = await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Database.WriteAsync(sql => Set(sql, 50, 1)));
        var accept = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => world.Database.WriteAsync(sql => Set(sql, 51, 1), WriteKind.PlainAccept));
        world.Proxy.IsClosed = false;

        Assert.All(
            [read, write, accept],
            error => Assert.StartsWith("The database server cannot be reached", error.Message, StringComparison.Ordinal));
        await world.Database.WriteAsync(sql => Set(sql, 52, 1));
        Assert.Equal([52], world.Database.Read(sql => sql.Query<long>("select id from numbers where id between 50 and 59")));
    }

    [Fact]
    public async Task Connections_that_the_server_closed_meanwhile_are_replaced_without_anybody_noticing()
    {
        await world.Database.WriteAsync(sql => Set(sql, 60, 1));
        world.Values();
        var name = world.Database.Read(sql => sql.Find<string>("select current_database()"))!;
        PostgresServer.Instance.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");

        await world.Database.WriteAsync(sql => Set(sql, 61, 1));

        Assert.Equal([60, 61], world.Database.Read(sql => sql.Query<long>("select id from numbers where id between 60 and 69")));
    }

    [Fact]
    public async Task A_write_whose_process_stood_still_in_it_runs_again_as_often_as_that_happens()
    {
        var runs = 0;

        await world.Database.WriteAsync(sql =>
        {
            // What the server says when it has ended such a transaction.
            if (++runs < 4) sql.Execute("do $$ begin raise exception using errcode = '25P03'; end $$");
            return Set(sql, 80, 1);
        });

        Assert.Equal(4, runs);
        Assert.Equal(1, world.Database.Read(sql => sql.Find<long>("select count(*) from numbers where id = 80")));
    }

    [Fact]
    public async Task A_column_that_another_replica_adds_does_not_disturb_what_was_prepared()
    {
        var another = world.Another();
        await world.Database.WriteAsync(sql => sql.Execute("create table grows (id bigint)"));
        for (var i = 0; i < 4; i++) Look();
        await another.WriteAsync(sql => sql.Execute("alter table grows add column more bigint"), WriteKind.Schema);

        Look();
        await world.Database.WriteAsync(sql => sql.Query<long>("select * from grows"));

        void Look() => world.Database.Read(sql => sql.Query<long>("select * from grows"));
    }

    [Fact]
    public async Task A_write_that_hides_the_error_of_a_statement_is_refused_and_not_said_to_be_stored()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => world.Database.WriteAsync(sql =>
        {
            Set(sql, 70, 1);
            Assert.ThrowsAny<Exception>(() => sql.Execute("insert into numbers (id) values (71)"));
        }));

        Assert.Equal(0, world.Database.Read(sql => sql.Find<long>("select count(*) from numbers where id = 70")));
    }

    private static int Set(Sql sql, long id, long value) => sql.Execute(
        "insert into numbers (id, value) values (@id, @value) on conflict (id) do update set value = @value", new { id, value });
}
