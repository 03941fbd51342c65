using System.Text;
using Connector.Common;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

/// <summary>A connection that breaks where nothing says so is replaced, and the next write does not meet it.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class BrokenConnectionTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Fact]
    public async Task A_connection_that_breaks_while_a_refused_write_is_rolled_back_is_replaced()
    {
        var cut = 0;
        // Once for all that ran together, and once for the write alone.
        world.Proxy.CutsRequest = bytes => Has(bytes, "rollback") && Interlocked.Increment(ref cut) > 0;

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => world.Database.WriteAsync<int>(sql =>
        {
            sql.Execute("insert into numbers (id, value) values (50, 50)");
            throw new ArgumentException("Refused.");
        }));
        await world.Database.WriteAsync(sql => sql.Execute("insert into numbers (id, value) values (51, 51)"));

        Assert.Equal("Refused.", refused.Message);
        Assert.True(cut > 0);
        Assert.Equal([51], world.Values().FindAll(value => value is 50 or 51));
        world.Proxy.CutsRequest = _ => false;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_stored_of_a_write_that_goes_on_after_its_connection_broke(bool isPrepared)
    {
        var id = isPrepared ? 60 : 70;
        var cut = 0;
        world.Proxy.CutsRequest = bytes => Has(bytes, "set value = -1") && Interlocked.Increment(ref cut) > 0;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Database.WriteAsync(sql =>
        {
            try
            {
                sql.Execute("update numbers set value = -1 where id = 0");
            }
            catch (Exception)
            {
                // As if it concerned only one of several things.
            }

            return isPrepared
                ? sql.Prepared("insert into numbers (id, value) values ($1, $1)").Bind(id).Run()
                : sql.Execute("insert into numbers (id, value) values (@id, @id)", new { id });
        }));
        await world.Database.WriteAsync(sql => sql.Execute("insert into numbers (id, value) values (@next, @next)", new { next = id + 1 }));

        Assert.True(cut > 0);
        Assert.Equal([id + 1], world.Values().FindAll(value => value == id || value == id + 1));
        world.Proxy.CutsRequest = _ => false;
    }

    private static bool Has(ReadOnlyMemory<byte> bytes, string text) =>
        Encoding.ASCII.GetString(bytes.Span).Contains(text, StringComparison.OrdinalIgnoreCase);
}
