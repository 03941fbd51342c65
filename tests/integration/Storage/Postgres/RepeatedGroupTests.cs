using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

/// <summary>What waits is written in one transaction, also when that lost against another replica and runs again.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class RepeatedGroupTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    // Only the last write of the group reads and changes it.
    private const int Counter = 5000;

    private readonly int[] _runs = new int[3];
    private PostgresDatabase _other = null!;

    [Fact]
    public async Task Writes_whose_transaction_lost_run_again_together_and_each_is_written_once()
    {
        _other = world.Another();
        await world.Database.WriteAsync(sql => sql.Execute("insert into numbers (id, value) values (@Counter, 0)", new { Counter }));
        using var gate = new WriterGate();
        var passes = 0;
        var first = world.Database.WriteAsync(
            _ =>
            {
                if (passes++ == 0) gate.Pass();
                return true;
            },
            WriteKind.Accept);
        await gate.Reached;
        var group = Enumerable.Range(0, 3).Select(i => world.Database.WriteAsync(sql => Add(sql, i), WriteKind.Accept)).ToList();

        gate.Open();

        Assert.True(await first);
        Assert.Single((await Task.WhenAll(group)).Distinct());
        Assert.Equal([2, 2, 2], _runs);
        Assert.Equal(11, world.Database.Read(sql => sql.Find<long>("select value from numbers where id = @Counter", new { Counter })));
        Assert.Equal([5001, 5002, 5003], world.Database.Read(sql => sql.Query<long>("select id from numbers where id > 5000 order by id")));
    }

    /// <summary>Adds a row, and the last one adds 1 to the counter; returns the transaction in which that was.</summary>
    private string Add(Sql sql, int writer)
    {
        sql.Execute("insert into numbers (id, value) values (@id, 0)", new { id = Counter + 1 + writer });
        var isFirst = ++_runs[writer] == 1;
        if (writer != 2) return TransactionOf(sql);

        var value = sql.Find<long>("select value from numbers where id = @Counter", new { Counter });
        // Between the reading and the writing, so that the transaction loses.
        if (isFirst) AddTenElsewhere();
        sql.Execute("update numbers set value = @value where id = @Counter", new { Counter, value = value + 1 });
        return TransactionOf(sql);
    }

    private static string TransactionOf(Sql sql) => sql.Find<string>("select pg_current_xact_id()::text")!;

    private void AddTenElsewhere() => _other.WriteAsync(
        sql => sql.Execute("update numbers set value = value + 10 where id = @Counter", new { Counter })).Wait();
}
