using System.Threading.Channels;
using Connector.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>The only connection that writes: it runs all waiting writes in one transaction and answers each after the commit.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxGroup = 256;

    private readonly Channel<SqliteWrite> _waiting = Channel.CreateBounded<SqliteWrite>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly SqliteWriterConnection _connection;
    private readonly StorageHealth _health;
    private readonly Action<string> _announce;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(string file, StorageHealth health, Action<string> announce, bool isGuest)
    {
        (_health, _announce) = (health, announce);
        _connection = new SqliteWriterConnection(file, isGuest);
        new Thread(Run) { Name = "sqlite-writer", IsBackground = true }.Start();
    }

    public Task<T> WriteAsync<T>(Func<Sql, T> write)
    {
        var pending = new SqliteWrite<T>(write);
        if (_health.IsBroken) throw new StorageUnavailableException(StorageHealth.Broken) { IsFinal = true };
        if (_waiting.Writer.TryWrite(pending)) return pending.Task;
        throw new StorageUnavailableException("Too many writes are waiting for the disk.");
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stopped.Task;
        _connection.Dispose();
    }

    private void Run()
    {
        var group = new List<SqliteWrite>(MaxGroup);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var next)) group.Add(next);
            Commit(group);
            group.Clear();
        }

        _stopped.SetResult();
    }

    private void Commit(List<SqliteWrite> group)
    {
        List<string> announced = [];
        try
        {
            announced = _connection.InTransaction(sql =>
            {
                foreach (var write in group) SqliteWriterConnection.InSavepoint(write, sql, alone: group.Count == 1);
            });
            _health.Succeeded();
        }
        catch (SqliteException error)
        {
            _connection.Abandon();
            _health.Failed(error);
            foreach (var write in group) write.Fail(Refusal(error));
        }
        catch (SingleWriteFailedException)
        {
            // The only write of its group failed by its own fault and holds its own error.
        }

        foreach (var write in group) write.Complete();
        foreach (var topic in announced) _announce(topic);
    }

    private StorageUnavailableException Refusal(SqliteException error) => _health.IsBroken
        ? new StorageUnavailableException(StorageHealth.Broken, error) { IsFinal = true }
        : new StorageUnavailableException(StorageHealth.Describe(error), error);
}
