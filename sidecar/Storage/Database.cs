namespace Connector.Storage;

/// <summary>All that features know of storage: read, and write in one transaction.</summary>
/// <remarks>A delegate must only talk to the database; a write delegate runs on the single writer's thread and may run again if its group is repeated.</remarks>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Runs a query on a read-only connection.</summary>
    public abstract T Read<T>(Func<Sql, T> read);

    /// <summary>Runs a delegate in a transaction and returns after that transaction is durable on disk.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was written; the caller may try again.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Sql, T> write);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<Sql> write) => WriteAsync(sql =>
    {
        write(sql);
        return true;
    });

    public abstract ValueTask DisposeAsync();
}
