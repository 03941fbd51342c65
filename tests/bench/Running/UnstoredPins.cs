using Connector.Pins;
using Connector.Storage;
using Connector.Storage.Sqlite;

namespace Connector.Bench.Running;

/// <summary>The lower bound: as in the sidecar, except that an accepted pin is not stored and its caller waits for no write.</summary>
internal sealed class UnstoredPins(SqliteDatabase stored) : Database
{
    private static readonly ThreadLocal<Sql> Nowhere = new(() => new Sql(new NowhereConnection()));

    public override T Read<T>(Func<Sql, T> read) => stored.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write) =>
        typeof(T) == typeof(List<(PinRow, bool)>) ? Task.FromResult(write(Nowhere.Value!)) : stored.WriteAsync(write);

    public override ValueTask DisposeAsync() => stored.DisposeAsync();
}
