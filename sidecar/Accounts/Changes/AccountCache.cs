namespace Connector.Accounts.Changes;

/// <summary>Caches accounts for a second, because every accepted pin asks for one; a change made here empties it.</summary>
internal sealed class AccountCache(TimeProvider clock)
{
    // What another process of the connector changes is seen here after this time at the latest.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (AccountRow Row, long ReadAt)> _known = [];
    private long _changes;

    public AccountRow? Find(string id, Func<string, AccountRow?> read)
    {
        long changes, readAt;
        lock (_gate)
        {
            if (_known.TryGetValue(id, out var known) && clock.GetElapsedTime(known.ReadAt) < Lifetime) return known.Row;
            // From before the read: whatever is changed elsewhere while it goes on must not be missed for longer.
            (changes, readAt) = (_changes, clock.GetTimestamp());
        }

        var row = read(id);
        lock (_gate)
        {
            // Only when nothing has changed since the row was read: otherwise it may be old.
            if (row is not null && changes == _changes) _known[id] = (row, readAt);
        }

        return row;
    }

    /// <summary>Awaits a change and empties the cache, also when the change failed: it may have been made all the same.</summary>
    public async Task<T> ForgetAfterAsync<T>(Task<T> change)
    {
        try
        {
            return await change;
        }
        finally
        {
            Forget();
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            _changes++;
            _known.Clear();
        }
    }
}
