using System.Collections.Concurrent;
using Connector.Common;

namespace Connector.Storage;

/// <summary>What features use of storage: read, and write in one transaction.</summary>
/// <remarks>
/// A delegate must do nothing but use the database. A write delegate runs on the single writer's thread, and
/// <see cref="WriteSurelyAsync{T}"/> may run it several times.
/// </remarks>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Announced where nobody knows what others may have announced meanwhile: whoever listens looks again.</summary>
    public const string Everything = "*";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <summary>Raised with the topic that a committed transaction announced. Handlers must be quick: the writer waits for them.</summary>
    public event Action<string>? Announced;

    /// <summary>Whether other processes may have the same database.</summary>
    public virtual bool IsShared => false;

    /// <summary>Runs a query on a read-only connection.</summary>
    public abstract T Read<T>(Func<Sql, T> read);

    /// <summary>Runs a delegate in a transaction and returns after that transaction is durable on disk.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was written; the caller may try again.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind);

    /// <summary>
    /// Writes what many callers write at the same time, as <see cref="WriteKind.PlainAccept"/> does: where each statement is a way to a
    /// server, what waits is given to one call of the delegate, which returns a result for each.
    /// </summary>
    /// <param name="write">The same delegate for all of them.</param>
    /// <param name="item">What this caller writes.</param>
    public virtual Task<TResult> WriteTogetherAsync<TItem, TResult>(
        Func<Sql, IReadOnlyList<TItem>, IReadOnlyList<TResult>> write, TItem item) =>
        WriteAsync(sql => write(sql, [item])[0], WriteKind.PlainAccept);

    /// <inheritdoc cref="WriteAsync{T}(Func{Sql, T}, WriteKind)"/>
    public Task<T> WriteAsync<T>(Func<Sql, T> write) => WriteAsync(write, WriteKind.Usual);

    /// <inheritdoc cref="WriteAsync{T}(Func{Sql, T}, WriteKind)"/>
    public Task WriteAsync(Action<Sql> write) => WriteAsync(sql =>
    {
        write(sql);
        return true;
    });

    /// <summary>Repeats the write until it is stored: for a result that cannot be fetched again. Only a broken disk ends it.</summary>
    public async Task<T> WriteSurelyAsync<T>(Func<Sql, T> write, TimeProvider clock)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(write);
            }
            catch (StorageUnavailableException error) when (!error.IsFinal)
            {
                await Task.Delay(RetryDelay, clock);
            }
        }
    }

    /// <summary>Announces something to the other processes that have the same database, if there can be any.</summary>
    public virtual void Tell(string topic)
    {
    }

    /// <summary>Announces here what other processes announce, until it is cancelled.</summary>
    public virtual Task ListenAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Runs what no other process on this database does at the same time; inside of it, reads and writes are as always.</summary>
    /// <param name="what">What is done, for whatever excludes the same.</param>
    /// <param name="act">It should be short.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public virtual async Task<T> AloneAsync<T>(string what, Func<Task<T>> act, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(what, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sees that what was deleted stands in none of the engine's files any more, as far as the engine can.</summary>
    public virtual Task ClearDeletedAsync() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();

    protected void Announce(string topic) => Announced?.Invoke(topic);
}
