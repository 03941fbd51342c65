using System.Data;
using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

/// <summary>A replica that vanishes, and says nothing, keeps the others waiting for seconds and not for hours.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class VanishedTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Fact]
    public async Task Rows_that_a_replica_held_when_it_vanished_are_free_again_soon()
    {
        await world.Database.WriteAsync(sql => sql.Execute("insert into numbers (id, value) values (1, 1)"));
        await using var source = world.ThroughSource();
        using var vanished = PostgresSession.Open(source);
        using var transaction = vanished.Begin(IsolationLevel.ReadCommitted);
        vanished.Sql.Find<long>("select value from numbers where id = 1 for update");
        world.Proxy.IsFrozen = true;

        var written = world.Another().WriteAsync(sql => sql.Execute("update numbers set value = 2 where id = 1"));
        await written.WaitAsync(TimeSpan.FromSeconds(25), TestContext.Current.CancellationToken);
        world.Proxy.IsFrozen = false;

        // Who comes back hears that it is over, as of a server that was away.
        var error = Assert.ThrowsAny<Exception>(() => vanished.Sql.Execute("update numbers set value = 3 where id = 1"));
        Assert.True(PostgresErrors.IsUnavailable(error), error.ToString());
        Assert.Equal(2, world.Another().Read(sql => sql.Find<long>("select value from numbers where id = 1")));
    }

    [Fact]
    public async Task Every_connection_ends_transactions_in_which_nothing_is_done()
    {
        await using var source = world.ThroughSource();

        for (var use = 0; use < 2; use++)
        {
            using var usual = PostgresSession.Open(source);
            using var aside = PostgresSession.OpenAside(source);
            Assert.Equal(("6s", "6s"), (Limit(usual), Limit(aside)));
        }

        static string? Limit(PostgresSession session) =>
            session.Sql.Find<string>("select current_setting('idle_in_transaction_session_timeout')");
    }

    [Fact]
    public async Task What_is_written_apart_leaves_no_mark()
    {
        var before = Marks();

        for (var id = 91; id < 95; id++)
        {
            var each = id;
            await world.Another().WriteAsync(
                sql => sql.Execute("insert into numbers (id, value) values (@each, 1)", new { each }), WriteKind.Apart);
        }

        Assert.Equal(before, Marks());
        Assert.Equal(4, world.Another().Read(sql => sql.Find<long>("select count(*) from numbers where id between 91 and 94")));

        long Marks() => world.Another().Read(sql => sql.Find<long>("select count(*) from write_marks"));
    }
}
