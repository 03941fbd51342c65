using System.Text;
using Connector.Common;
using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

/// <summary>Whoever waits for a commit whose answer was lost hears what really became of it.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class CommitInDoubtTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Theory]
    [InlineData(nameof(WriteKind.Usual), 10)]
    [InlineData(nameof(WriteKind.PlainAccept), 11)]
    public async Task What_was_stored_is_answered_as_stored_and_announced_once(string kind, long id)
    {
        var announced = new List<string>();
        world.Database.Announced += announced.Add;
        var cut = 0;
        // The server says so once it has committed.
        world.Proxy.CutsAnswer = bytes => Has(bytes, "COMMIT\0") && Interlocked.Exchange(ref cut, 1) == 0;

        await world.Database.WriteAsync(sql => Add(sql, id), Enum.Parse<WriteKind>(kind));

        Assert.Equal(1, cut);
        Assert.Contains(id, world.Values());
        await Eventually.TrueAsync(() => announced.Count > 0);
        Assert.Equal(["numbers"], announced);
        world.Database.Announced -= announced.Add;
    }

    [Fact]
    public async Task What_was_not_stored_is_answered_as_not_stored()
    {
        var cut = 0;
        world.Proxy.CutsRequest = bytes => Has(bytes, "commit") && Interlocked.Exchange(ref cut, 1) == 0;

        // What was prepared before would have no such word in it.
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Through().WriteAsync(sql => Add(sql, 20)));

        Assert.Equal(1, cut);
        Assert.DoesNotContain(20, world.Values());
    }

    [Fact]
    public async Task A_group_whose_answer_was_lost_is_answered_as_a_whole()
    {
        await world.Database.WriteAsync(sql => Add(sql, 39));
        var commits = 0;
        using var gate = new WriterGate();
        var blocker = world.Database.WriteAsync(_ => gate.Pass());
        await gate.Reached;
        var writes = Enumerable.Range(30, 5).Select(id => world.Database.WriteAsync(sql => Add(sql, id))).ToList();
        world.Proxy.CutsAnswer = bytes => Has(bytes, "COMMIT\0") && Interlocked.Increment(ref commits) == 2;

        gate.Open();
        await Task.WhenAll([blocker, .. writes]);

        Assert.True(commits >= 2, $"There were {commits} commits.");
        Assert.Equal([30, 31, 32, 33, 34], world.Values().FindAll(value => value is >= 30 and < 39));
    }

    private static int Add(Sql sql, long id)
    {
        sql.Announce("numbers");
        return sql.Execute("insert into numbers (id, value) values (@id, @id)", new { id });
    }

    private static bool Has(ReadOnlyMemory<byte> bytes, string text) => bytes.Span.IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
