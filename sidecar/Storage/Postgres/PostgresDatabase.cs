using System.Data;
using Connector.Common;
using Connector.Storage.Writes;

namespace Connector.Storage.Postgres;

/// <summary>A database of PostgreSQL: several connections read, and a few write what waits together.</summary>
internal sealed class PostgresDatabase : Database
{
    // Whoever changes the schema holds it until its commit; the number is ours.
    private const string LockSchema = "select pg_advisory_xact_lock(5280527052805270)";

    // The data of SQLite is read in between.
    private const string AllowPauses = "set local idle_in_transaction_session_timeout = '10min'";

    // Not one of the numbered scripts: SQLite keeps its key ring in files, and the first script may have something to seal.
    private const string KeyRing =
        "create table if not exists key_ring (name text collate \"C\" primary key, element text collate \"C\" not null)";

    // Accepts wait for the way to the server, not for a processor, so two are enough for most.
    private const int AcceptWriters = 2;

    private const int MostTriesAside = 5;

    private readonly PostgresSource _source;
    private readonly PostgresHealth _health;
    private readonly PostgresReader _reader;
    private readonly PostgresDoubts _doubts;
    private readonly WriteQueue _inOrder = new(), _accepts = new();
    private readonly PostgresNotices _notices;
    private readonly List<PostgresWriter> _writers;
    private int _isDisposed;

    public PostgresDatabase(PostgresSource source, PostgresHealth health)
    {
        SqlTypes.Register();
        (_source, _health) = (source, health);
        _reader = new PostgresReader(source, health);
        _notices = new PostgresNotices(source, Announce);
        _doubts = new PostgresDoubts(source, health, Committed);
        _writers =
        [
            // The ids of events are their order, so everything that may write one is committed in the order in which it ran.
            Writer("postgres-writer", _inOrder, IsolationLevel.Serializable),
            .. Enumerable.Range(1, AcceptWriters).Select(n => Writer($"postgres-accept-{n}", _accepts, IsolationLevel.ReadCommitted)),
        ];
    }

    public override bool IsShared => true;

    public override T Read<T>(Func<Sql, T> read) => _reader.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind)
    {
        if (kind == WriteKind.Schema) return Task.Run(() => ChangeSchema(write));
        if (kind == WriteKind.Apart) return Task.Run(() => WriteAside(write));

        return Queue(new SingleWrite<T>(write, kind));
    }

    public override Task<TResult> WriteTogetherAsync<TItem, TResult>(
        Func<Sql, IReadOnlyList<TItem>, IReadOnlyList<TResult>> write, TItem item) => Queue(new ItemWrite<TItem, TResult>(write, item));

    /// <summary>Runs a transaction at once on a connection of its own, for what may be asked for inside of a write.</summary>
    public T WriteAside<T>(Func<Sql, T> write)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return WriteAsideOnce(write);
            }
            catch (Exception error) when (tries < MostTriesAside && PostgresErrors.IsTooSlow(error))
            {
                // Nothing of it was written.
            }
            catch (Exception error) when (PostgresErrors.IsUnavailable(error))
            {
                _health.Failed(error);
                throw PostgresErrors.Unavailable(error);
            }
        }
    }

    private T WriteAsideOnce<T>(Func<Sql, T> write)
    {
        using var session = PostgresSession.Open(_source);
        using var transaction = session.Begin(IsolationLevel.ReadCommitted);
        var result = write(session.Sql);
        var announced = session.Sql.TakeAnnounced();
        session.CommitUnmarked();
        foreach (var topic in announced) Committed(topic);
        return result;
    }

    public override void Tell(string topic) => _notices.Tell(topic);

    public override Task ListenAsync(CancellationToken stop) => _notices.ListenAsync(stop);

    public override Task<T> AloneAsync<T>(string what, Func<Task<T>> act, CancellationToken cancellation) => base.AloneAsync(
        what,
        async () =>
        {
            await using var turn = await PostgresTurn.TakeAsync(_source, what, cancellation);
            return await act();
        },
        cancellation);

    public override async ValueTask DisposeAsync()
    {
        // It is registered under two types, and each is disposed.
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1) return;

        _inOrder.Close();
        _accepts.Close();
        foreach (var writer in _writers) await writer.DisposeAsync();
        await _doubts.DisposeAsync();
        await _notices.DisposeAsync();
    }

    private Task<T> Queue<T>(QueuedWrite<T> write) => (write.IsPlain ? _accepts : _inOrder).TryAdd(write)
        ? write.Task
        : throw new StorageUnavailableException("Too many writes are waiting for the database.");

    private void Committed(string topic)
    {
        Announce(topic);
        Tell(topic);
    }

    // Read committed: once the lock is there, what its last holder did is seen.
    private T ChangeSchema<T>(Func<Sql, T> write) => WriteAside(sql =>
    {
        sql.Execute(AllowPauses);
        sql.Execute(LockSchema);
        sql.Execute(KeyRing);
        sql.Execute(PostgresMarks.Table);
        return write(sql);
    });

    private PostgresWriter Writer(string name, WriteQueue queue, IsolationLevel isolation) =>
        new(name, queue, _source, isolation, _health, _doubts) { Committed = Committed };
}
