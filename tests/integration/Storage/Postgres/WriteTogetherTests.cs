using System.Collections.Concurrent;
using Connector.Storage;
using Connector.Tests.Support;
using Npgsql;

namespace Connector.Tests.Storage.Postgres;

/// <summary>What many callers write at the same time goes to the server together.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class WriteTogetherTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    private readonly ConcurrentQueue<int> _calls = [];

    [Fact]
    public async Task What_waits_is_written_by_one_call_and_each_caller_gets_its_own_result()
    {
        var (one, other) = await BlockedAsync();
        var writes = Enumerable.Range(1000, 130).Select(id => world.Database.WriteTogetherAsync<long, long>(Insert, id)).ToList();

        one.Open();

        Assert.Equal(Enumerable.Range(1000, 130).Select(id => (long)id), await Task.WhenAll(writes));
        Assert.Equal([130], _calls);
        Assert.Equal(130, world.Database.Read(sql => sql.Find<long>("select count(*) from numbers where id between 1000 and 1999")));
        other.Open();
    }

    [Fact]
    public async Task One_that_fails_leaves_the_others_written()
    {
        var (one, other) = await BlockedAsync();
        long[] ids = [2000, 2001, 2001, 2002];
        var writes = ids.Select(id => world.Database.WriteTogetherAsync<long, long>(Insert, id)).ToList();

        one.Open();

        await Task.WhenAny(Task.WhenAll(writes));
        var failed = Assert.Single(writes, write => write.IsFaulted);
        Assert.IsType<PostgresException>(failed.Exception!.InnerException);
        Assert.Equal(
            [2000, 2001, 2002],
            world.Database.Read(sql => sql.Query<long>("select id from numbers where id between 2000 and 2999 order by id")));
        other.Open();
    }

    [Fact]
    public async Task A_statement_for_many_says_how_many_it_added_and_of_each_what_it_found()
    {
        await world.Database.WriteAsync(sql => sql.Execute("insert into numbers (id, value) values (3001, 7), (3100, 9)"));
        List<long> ids = [.. Enumerable.Range(3000, 150).Select(id => (long)id), 3000];

        var added = await world.Database.WriteAsync(sql => sql
            .Prepared("insert into numbers (id, value) values ($1, $2) on conflict do nothing")
            .InsertEach(ids, (statement, id) => statement.Bind(id).Bind(1)));
        var none = await world.Database.WriteAsync(sql => sql
            .Prepared("insert into numbers (id, value) values ($1, $2) on conflict do nothing")
            .InsertEach<long>([], (statement, id) => statement.Bind(id).Bind(1)));
        var found = world.Database.Read(sql => sql
            .Prepared("select value from numbers where id = $1 and value > 1")
            .QueryEach(ids, (statement, id) => statement.Bind(id), row => row.Number(0)));

        Assert.Equal((148, 0), (added, none));
        Assert.Equal([7], found[1]);
        Assert.Equal([9], found[100]);
        Assert.Equal(149, found.Count(rows => rows.Count == 0));
    }

    private async Task<(WriterGate One, WriterGate Other)> BlockedAsync()
    {
        // Each of the two connections for accepts.
        var (one, other) = (new WriterGate(), new WriterGate());
        foreach (var gate in (WriterGate[])[one, other])
        {
            _ = world.Database.WriteAsync(sql => Pass(sql, gate), WriteKind.PlainAccept);
            await gate.Reached;
        }

        return (one, other);

        static int Pass(Sql sql, WriterGate gate)
        {
            gate.Pass();
            return 0;
        }
    }

    private List<long> Insert(Sql sql, IReadOnlyList<long> ids)
    {
        _calls.Enqueue(ids.Count);
        sql.Prepared("insert into numbers (id, value) values ($1, $1)").InsertEach(ids, (statement, id) => statement.Bind(id));
        return [.. ids];
    }
}
