namespace Connector.Storage.Sqlite;

/// <summary>What a database did since it was opened, as tests compare it with what is known to be enough.</summary>
internal sealed class SqliteCounts
{
    private long _prepared, _transactions, _reads;

    /// <summary>Statements parsed.</summary>
    public long Prepared => Volatile.Read(ref _prepared);

    /// <summary>Transactions committed or rolled back by the writer.</summary>
    public long Transactions => Volatile.Read(ref _transactions);

    public long Reads => Volatile.Read(ref _reads);

    public void AddPrepared() => Interlocked.Increment(ref _prepared);

    public void AddTransaction() => Interlocked.Increment(ref _transactions);

    public void AddRead() => Interlocked.Increment(ref _reads);
}
