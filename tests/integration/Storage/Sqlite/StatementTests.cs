using Connector.Storage;
using Connector.Storage.Sqlite;
using Connector.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Tests.Storage.Sqlite;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class StatementTests
{
    // https://www.sqlite.org/c3ref/c_stmtstatus_counter.html
    private const int Reprepared = 5;

    [Fact]
    public async Task What_is_bound_by_position_is_what_is_read()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        string[] texts = ["", "a", "nul\0inside", "Ünïcödé 🌷", new string('ü', 5000)];

        foreach (var text in texts)
            Assert.Equal(text, database.Sql.Read(sql => sql.Prepared("select $1").Bind(text).Find(row => row.Text(0))));
        Assert.Null(database.Sql.Read(sql => sql.Prepared("select $1").Bind((string?)null).Find(row => row.Text(0))));
        Assert.Equal(long.MinValue, database.Sql.Read(sql => sql.Prepared("select $1").Bind(long.MinValue).Find(row => row.Number(0))));
        Assert.Null(database.Sql.Read(sql => sql.Prepared("select $1").Bind((long?)null).Find(row => row.Number(0))));
    }

    [Fact]
    public async Task A_statement_is_parsed_once_on_its_connection_whether_the_mapper_runs_it_or_not()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await RunAsync(1);
        var parsed = database.Sqlite.Counts.Prepared;

        for (var id = 2; id < 20; id++) await RunAsync(id);

        Assert.Equal(parsed, database.Sqlite.Counts.Prepared);

        async Task RunAsync(long id)
        {
            await database.Sql.WriteAsync(sql => sql.Execute("insert into notes (id, text) values (@id, 'a')", new { id }));
            await database.Sql.WriteAsync(sql => sql.Prepared("update notes set text = $1 where id = $2").Bind("b").Bind(id).Run());
            Assert.Equal("b", database.Sql.Read(sql => sql.Find<string>("select text from notes where id = @id", new { id })));
        }
    }

    [Fact]
    public void A_limit_that_is_bound_does_not_parse_the_statement_again()
    {
        using var session = new SqliteSession(":memory:", SqliteOpenMode.Memory, new SqliteCounts());
        session.Open();
        session.Execute("create table notes (id integer primary key)");
        raw.sqlite3_prepare_v2(session.Handle, "select id from notes limit $1", out var statement);

        for (var limit = 1; limit < 5; limit++)
        {
            raw.sqlite3_bind_int64(statement, 1, limit);
            raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
        }

        Assert.Equal(0, raw.sqlite3_stmt_status(statement, Reprepared, 0));
        statement.Dispose();
    }

    [Fact]
    public async Task A_change_that_returns_its_row_is_done_to_the_end()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute("insert into notes (id, text) values (1, 'a'), (2, 'a')"));

        var first = await database.Sql.WriteAsync(sql =>
            sql.Prepared("update notes set text = $1 where text = $2 returning id").Bind("b").Bind("a").Changed(row => row.Number(0)));

        Assert.NotNull(first);
        Assert.Equal(["b", "b"], database.Sql.Read(sql => sql.Query<string>("select text from notes")));
        Assert.Null(await database.Sql.WriteAsync(sql =>
            sql.Prepared("update notes set text = $1 where text = $2 returning id").Bind("b").Bind("a").Changed(row => row.Number(0))));
    }

    [Fact]
    public async Task After_an_error_the_next_run_is_right_and_the_snapshot_of_the_failed_one_is_let_go()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute("insert into notes (id, text) values (1, 'a'), (2, 'b')"));

        Assert.Throws<InvalidOperationException>(() => database.Sql.Read(sql => sql.Prepared("select text from notes").Query<string>(
            _ => throw new InvalidOperationException("mine"))));
        await Assert.ThrowsAsync<SqliteException>(() => database.Sql.WriteAsync(sql => Again(sql)));
        await database.Sql.WriteAsync(sql => sql.Execute("delete from notes"));
        await database.Sql.WriteAsync(sql => Again(sql));

        Assert.Equal(["x"], database.Sql.Read(sql => sql.Prepared("select text from notes").Query(row => row.Text(0))));

        static int Again(Sql sql) => sql.Prepared("insert into notes (id, text) values (1, 'x')").Run();
    }

    [Fact]
    public async Task Lists_of_every_length_can_be_asked_for_without_end()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute("insert into notes (id, text) values (1, 'a'), (450, 'b')"));

        for (var length = 1; length <= 450; length++)
        {
            var ids = Enumerable.Range(1, length).ToList();
            var expected = length < 450 ? 1 : 2;
            Assert.Equal(expected, database.Sql.Read(sql => sql.Find<long>("select count(*) from notes where id in @ids", new { ids })));
        }
    }
}
