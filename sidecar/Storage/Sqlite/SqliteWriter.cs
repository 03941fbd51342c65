using Connector.Common;
using Connector.Storage.Writes;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>The only connection that writes: it runs all waiting writes in one transaction and answers each after the commit.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly WriteQueue _waiting = new();
    private readonly WriteGroup _group;
    private readonly SqliteWriterConnection _connection;
    private readonly StorageHealth _health;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(string file, StorageHealth health, SqliteCounts counts, bool isGuest)
    {
        _health = health;
        _group = new WriteGroup(_waiting);
        _connection = new SqliteWriterConnection(file, counts, isGuest);
        new Thread(Run) { Name = "sqlite-writer", IsBackground = true }.Start();
    }

    /// <summary>Called with each topic that a committed transaction announced.</summary>
    public required Action<string> Committed { get; init; }

    /// <summary>Called after the disk has failed, and before the next write.</summary>
    public required Action Failed { get; init; }

    public Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind)
    {
        var pending = new SingleWrite<T>(write, kind);
        if (_health.IsBroken) throw new StorageUnavailableException(StorageHealth.Broken) { IsFinal = true };
        if (_waiting.TryAdd(pending)) return pending.Task;
        throw new StorageUnavailableException("Too many writes are waiting for the disk.");
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Close();
        await _stopped.Task;
        _connection.Dispose();
    }

    private void Run()
    {
        while (_waiting.Wait(out var isOnly) is { } first)
        {
            _group.Writes.Add(first);
            Commit(isOnly);
            _group.Writes.Clear();
        }

        _stopped.SetResult();
    }

    private void Commit(bool isOnly)
    {
        IReadOnlyList<string> announced = [];
        try
        {
            announced = _connection.InTransaction(sql =>
            {
                if (isOnly) SqliteWriterConnection.Run(_group.Writes[0], sql, alone: true);
                else _group.Run(write => SqliteWriterConnection.Run(write, sql, alone: false));
            });
            _health.Succeeded();
        }
        catch (SqliteException error)
        {
            _connection.Abandon();
            _health.Failed(error);
            Failed();
            foreach (var write in _group.Writes) write.Fail(Refusal(error));
        }
        catch (SingleWriteFailedException)
        {
            // The only write of its group failed by its own fault and holds its own error.
        }

        foreach (var write in _group.Writes) write.Complete();
        foreach (var topic in announced) Committed(topic);
    }

    private StorageUnavailableException Refusal(SqliteException error) => _health.IsBroken
        ? new StorageUnavailableException(StorageHealth.Broken, error) { IsFinal = true }
        : new StorageUnavailableException(StorageHealth.Describe(error), error);
}
