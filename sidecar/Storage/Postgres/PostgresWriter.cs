using System.Data;
using Connector.Common;
using Connector.Storage.Writes;

namespace Connector.Storage.Postgres;

/// <summary>One connection that writes: it runs all waiting writes in one transaction and answers each after the commit.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    // So often has nobody seen one transaction lose against others; more would be an error of ours.
    private const int MostTries = 50, MostTriesTogether = 10;

    private readonly WriteQueue _waiting;
    private readonly WriteGroup _group;
    private readonly PostgresSource _source;
    private readonly IsolationLevel _isolation;
    private readonly PostgresHealth _health;
    private readonly PostgresDoubts _doubts;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PostgresSession? _session;

    public PostgresWriter(
        string name, WriteQueue waiting, PostgresSource source, IsolationLevel isolation, PostgresHealth health, PostgresDoubts doubts)
    {
        (_waiting, _source, _isolation, _health, _doubts) = (waiting, source, isolation, health, doubts);
        _group = new WriteGroup(waiting);
        new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <summary>Called with each topic that a committed transaction announced.</summary>
    public required Action<string> Committed { get; init; }

    /// <summary>Its queue has to be closed before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.Task;
        _session?.Dispose();
    }

    private void Run()
    {
        while (_waiting.Wait(out var isOnly) is { } first)
        {
            _group.Writes.Add(first);
            if (isOnly || !TryTogether())
                foreach (var write in _group.Writes) Alone(write);
            _group.Writes.Clear();
        }

        _stopped.SetResult();
    }

    /// <summary>Without savepoints, which would cost each write two more ways to the server: when one fails, all run again alone.</summary>
    private bool TryTogether()
    {
        Action<Sql> work = _group.Writes[0].IsPlain ? _group.RunWaiting : sql => _group.Run(write => write.Run(sql));
        for (var tries = 1; ; tries++)
        {
            try
            {
                Commit(work, _group.Writes);
                return true;
            }
            catch (Exception error)
            {
                Forget(error);
                // None of them is at fault: it was the transaction of another replica, and alone each would wait for a commit of its own.
                if (!PostgresErrors.IsConflict(error) || tries == MostTriesTogether) return false;
                work = _group.RunTogether;
            }
        }
    }

    private void Alone(QueuedWrite write)
    {
        for (var tries = 1; ; tries++)
        {
            var isOld = _session is not null;
            try
            {
                Commit(write.Run, [write]);
                return;
            }
            catch (Exception error)
            {
                Forget(error);
                var mayRepeat = PostgresErrors.IsConflict(error) || PostgresErrors.IsTooSlow(error)
                    || ((isOld || tries == 1) && PostgresErrors.MayBeStale(error));
                if (mayRepeat && tries < MostTries) continue;

                write.Fail(Refusal(error));
                write.Complete();
                return;
            }
        }
    }

    private void Commit(Action<Sql> work, IReadOnlyList<QueuedWrite> writes)
    {
        _session ??= PostgresSession.Open(_source);
        IReadOnlyList<string> announced = [];
        try
        {
            using var transaction = _session.Begin(_isolation);
            work(_session.Sql);
            announced = _session.Sql.TakeAnnounced();
            _session.Commit();
        }
        catch (CommitInDoubtException doubt)
        {
            Forget(doubt);
            _doubts.Add(doubt, [.. writes], announced);
            return;
        }
        catch (InvalidOperationException error) when (!_session.IsOpen)
        {
            // What broke it was met by somebody who went on; this is all that Npgsql says afterwards.
            throw new IOException("The connection broke.", error);
        }

        _health.Succeeded();
        foreach (var write in writes) write.Complete();
        foreach (var topic in announced) Committed(topic);
        Tidy();
    }

    // Nobody waits for it, and what fails here is met by the next write.
    private void Tidy()
    {
        try
        {
            _session!.Tidy();
        }
        catch (Exception error)
        {
            Forget(error);
        }
    }

    // A connection that only refused a statement goes on; after anything else nobody knows what state it is in.
    private void Forget(Exception error)
    {
        if (_session is { IsOpen: true } && !PostgresErrors.MayBeStale(error) && error is not CommitInDoubtException) return;
        _session?.Dispose();
        _session = null;
    }

    private Exception Refusal(Exception error)
    {
        if (PostgresErrors.IsConflict(error)) return new StorageUnavailableException("Others wrote the same at the same time.", error);
        if (!PostgresErrors.IsUnavailable(error)) return error;
        _health.Failed(error);
        return PostgresErrors.Unavailable(error);
    }
}
