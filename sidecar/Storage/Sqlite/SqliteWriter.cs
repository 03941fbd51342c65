using System.Diagnostics;
using Connector.Common;
using Connector.Storage.Writes;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>The only connection that writes: it runs all waiting writes in one transaction and answers each after the commit.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxGroup = 256;

    // What the workers of accounts write takes long; callers who wait for the next group must not wait for all of it.
    private static readonly TimeSpan LongestForOthers = TimeSpan.FromMilliseconds(3);

    private readonly WriteQueue _waiting = new();
    private readonly List<QueuedWrite> _group = new(MaxGroup);
    private readonly SqliteWriterConnection _connection;
    private readonly StorageHealth _health;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(string file, StorageHealth health, SqliteCounts counts, bool isGuest)
    {
        _health = health;
        _connection = new SqliteWriterConnection(file, counts, isGuest);
        new Thread(Run) { Name = "sqlite-writer", IsBackground = true }.Start();
    }

    /// <summary>Called with each topic that a committed transaction announced.</summary>
    public required Action<string> Committed { get; init; }

    /// <summary>Called after the disk has failed, and before the next write.</summary>
    public required Action Failed { get; init; }

    public Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind)
    {
        var pending = new QueuedWrite<T>(write, kind);
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
            _group.Add(first);
            Commit(isOnly);
            _group.Clear();
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
                if (isOnly) SqliteWriterConnection.Run(_group[0], sql, alone: true);
                else RunGroup(sql);
            });
            _health.Succeeded();
        }
        catch (SqliteException error)
        {
            _connection.Abandon();
            _health.Failed(error);
            Failed();
            foreach (var write in _group) write.Fail(Refusal(error));
        }
        catch (SingleWriteFailedException)
        {
            // The only write of its group failed by its own fault and holds its own error.
        }

        foreach (var write in _group) write.Complete();
        foreach (var topic in announced) Committed(topic);
    }

    /// <summary>Runs what waits and what comes meanwhile.</summary>
    private void RunGroup(Sql sql)
    {
        var spentOnOthers = TimeSpan.Zero;
        do
        {
            var (write, begun) = (_group[^1], Stopwatch.GetTimestamp());
            SqliteWriterConnection.Run(write, sql, alone: false);
            if (!write.IsAccept) spentOnOthers += Stopwatch.GetElapsedTime(begun);
        }
        while (_group.Count < MaxGroup && TryAddNext(others: spentOnOthers < LongestForOthers));
    }

    private bool TryAddNext(bool others)
    {
        if (!_waiting.TryTake(others, out var next)) return false;
        _group.Add(next);
        return true;
    }

    private StorageUnavailableException Refusal(SqliteException error) => _health.IsBroken
        ? new StorageUnavailableException(StorageHealth.Broken, error) { IsFinal = true }
        : new StorageUnavailableException(StorageHealth.Describe(error), error);
}
