namespace Connector.Accounts.Changes;

/// <summary>Remembers accounts for a second, because every accepted pin asks for one; forgets them all when one changes here.</summary>
internal sealed class AccountCache(TimeProvider clock)
{
    // Another replica may change an account; it is noticed here within this time.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (AccountRow Row, long KnownAt)> _known = [];
    private long _changes;

    public AccountRow? Find(string id, Func<string, AccountRow?> read)
    {
        long changes;
        lock (_gate)
        {
            if (_known.TryGetValue(id, out var known) && clock.GetElapsedTime(known.KnownAt) < Memory) return known.Row;
            changes = _changes;
        }

        var row = read(id);
        lock (_gate)
        {
            // What was read before a change that has come since is not remembered.
            if (row is not null && changes == _changes) _known[id] = (row, clock.GetTimestamp());
        }

        return row;
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
