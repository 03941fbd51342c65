using Connector.Storage;

namespace Connector.Bench.Running;

/// <summary>What writing would cost without groups: each write waits for its turn and then for a commit of its own.</summary>
internal sealed class OneByOneDatabase(SqliteDatabase reads, DataDirectory directory) : Database
{
    private readonly SqliteWriterConnection _connection = new(directory.DatabaseFile);
    private readonly SemaphoreSlim _turn = new(1);

    public override T Read<T>(Func<Sql, T> read) => reads.Read(read);

    public override async Task<T> WriteAsync<T>(Func<Sql, T> write)
    {
        var pending = new SqliteWrite<T>(write);
        await _turn.WaitAsync();
        try
        {
            _connection.InTransaction(sql => SqliteWriterConnection.InSavepoint(pending, sql, alone: true));
        }
        finally
        {
            _turn.Release();
        }

        pending.Complete();
        return await pending.Task;
    }

    public override async ValueTask DisposeAsync()
    {
        await reads.DisposeAsync();
        _connection.Dispose();
        _turn.Dispose();
    }
}
