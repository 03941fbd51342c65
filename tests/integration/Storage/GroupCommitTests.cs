using Connector.Common;
using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Whoever_is_answered_can_be_read_by_everybody()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        await Parallel.ForAsync(0, 2000, async (id, _) =>
        {
            await database.Sql.WriteAsync(sql => Note(sql, id));
            Assert.Equal(1, database.Sql.Read(sql => sql.Find<long>("select count(*) from notes where id = @id", new { id })));
        });

        Assert.Equal(2000, database.CountNotes());
    }

    [Fact]
    public async Task Nobody_is_answered_and_nothing_is_seen_before_the_commit_of_the_group()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var first = database.Sql.WriteAsync(sql =>
        {
            Note(sql, 1);
            gate.Pass();
        });
        await gate.Reached;

        Assert.False(first.IsCompleted);
        Assert.Equal(0, database.CountNotes());

        gate.Open();
        await first;
        Assert.Equal(1, database.CountNotes());
    }

    [Fact]
    public async Task A_write_that_fails_in_a_group_undoes_only_itself()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var blocker = database.Sql.WriteAsync(_ => gate.Pass());
        await gate.Reached;
        Task[] group =
        [
            database.Sql.WriteAsync(sql => Note(sql, 1)),
            database.Sql.WriteAsync(sql =>
            {
                Note(sql, 2);
                throw new InvalidOperationException("mine");
            }),
            database.Sql.WriteAsync(sql => Note(sql, 1)),
            database.Sql.WriteAsync(sql => Note(sql, 3)),
        ];

        gate.Open();

        await blocker;
        await group[0];
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => group[1])).Message);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => group[2]);
        await group[3];
        Assert.Equal([1, 3], database.Sql.Read(sql => sql.Query<long>("select id from notes order by id")));
    }

    [Fact]
    public async Task A_write_that_fails_alone_leaves_nothing_and_the_next_one_works()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Sql.WriteAsync(sql =>
        {
            Note(sql, 1);
            throw new InvalidOperationException();
        }));
        await database.Sql.WriteAsync(sql => Note(sql, 2));

        Assert.Equal([2], database.Sql.Read(sql => sql.Query<long>("select id from notes")));
    }

    [Fact]
    public async Task More_writes_than_can_wait_are_refused_and_those_that_wait_are_kept()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var gate = new WriterGate();
        var accepted = new List<Task> { database.Sql.WriteAsync(_ => gate.Pass()) };
        await gate.Reached;

        var refused = Assert.Throws<StorageUnavailableException>(() =>
        {
            for (var id = 0; id < 10_000; id++)
            {
                var mine = id;
                accepted.Add(database.Sql.WriteAsync(sql => Note(sql, mine)));
            }
        });
        gate.Open();
        await Task.WhenAll(accepted);

        Assert.Contains("Too many writes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(accepted.Count - 1, database.CountNotes());
    }

    private static void Note(Sql sql, long id) => sql.Execute("insert into notes (id, text) values (@id, 'a note')", new { id });
}
