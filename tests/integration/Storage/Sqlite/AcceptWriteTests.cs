using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Storage.Sqlite;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class AcceptWriteTests
{
    [Fact]
    public async Task One_statement_that_fails_in_a_group_undoes_itself_without_a_savepoint()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var blocker = database.Sql.WriteAsync(_ => gate.Pass());
        await gate.Reached;
        var before = database.Sql.WriteAsync(sql => Add(sql, "(1)"), WriteKind.PlainAccept);
        // Two of its rows are written when the third one fails.
        var failing = database.Sql.WriteAsync(sql => Add(sql, "(2), (3), (1)"), WriteKind.PlainAccept);
        var after = database.Sql.WriteAsync(sql => Add(sql, "(4)"), WriteKind.PlainAccept);

        gate.Open();

        await blocker;
        Assert.Equal(1, await before);
        await Assert.ThrowsAsync<SqliteException>(() => failing);
        Assert.Equal(1, await after);
        Assert.Equal([1, 4], database.Sql.Read(sql => sql.Query<long>("select id from notes order by id")));
    }

    [Fact]
    public async Task Accepts_go_before_what_waited_earlier()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var blocker = database.Sql.WriteAsync(_ => gate.Pass());
        await gate.Reached;
        var order = new List<string>();
        Task[] writes =
        [
            Say("usual", WriteKind.Usual), Say("accept", WriteKind.Accept), Say("usual", WriteKind.Usual),
            Say("accept", WriteKind.PlainAccept),
        ];

        gate.Open();
        await blocker;
        await Task.WhenAll(writes);

        Assert.Equal(["accept", "accept", "usual", "usual"], order);

        Task Say(string what, WriteKind kind) => database.Sql.WriteAsync(
            sql =>
            {
                order.Add(what);
                return true;
            },
            kind);
    }

    [Fact]
    public async Task Whoever_waits_for_an_accept_does_not_wait_for_all_that_lanes_have_to_write()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var blocker = database.Sql.WriteAsync(_ => gate.Pass());
        await gate.Reached;
        var lanes = Enumerable.Range(0, 50).Select(_ => database.Sql.WriteAsync(Slow, WriteKind.Usual)).ToList();
        gate.Open();
        await blocker;

        await database.Sql.WriteAsync(sql => Add(sql, "(100000)"), WriteKind.PlainAccept);

        Assert.Contains(lanes, lane => !lane.IsCompleted);
        await Task.WhenAll(lanes);

        // Takes milliseconds, whatever the machine.
        static int Slow(Sql sql) => sql.Execute(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000) insert into notes (text) select i from n");
    }

    private static int Add(Sql sql, string rows) =>
        sql.Prepared($"insert into notes (id, text) select column1, 'a' from (values {rows})").Run();
}
