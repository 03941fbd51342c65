using Connector.Common;
using Connector.Storage;

namespace Connector.Publishing.Keeping;

/// <summary>Asks the database what has changed lately, whoever changed it: where nobody was told.</summary>
internal sealed class RecentChanges(Database database, TimeProvider clock)
{
    // A transaction may end later than others that began after it, and clocks differ a little.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, DateTimeOffset> _accounts = [];
    private readonly HashSet<string> _pins = [];
    private DateTimeOffset? _since;

    /// <summary>Accounts that were changed, and accounts that got pins, since the last call.</summary>
    public (IReadOnlyList<string> Changed, IReadOnlyList<string> Added) Read()
    {
        var now = clock.GetUtcNow();
        var since = (_since ?? now) - Overlap;
        var (accounts, pins) = database.Read(sql => (
            sql.Query<RecentRow>("select id, id as account_id, updated_at from accounts where updated_at >= @since", new { since }),
            // Ids begin with the time.
            sql.Query<RecentRow>(
                "select id, account_id, updated_at from pins where id >= @first", new { first = Id.First("pin_", since) })));
        _since = now;
        return (
            [.. accounts.Where(IsNewer).Select(row => row.AccountId)],
            [.. Unseen(pins).Select(row => row.AccountId).Distinct()]);
    }

    private bool IsNewer(RecentRow row)
    {
        if (_accounts.TryGetValue(row.Id, out var known) && known == row.UpdatedAt) return false;
        _accounts[row.Id] = row.UpdatedAt;
        return true;
    }

    private List<RecentRow> Unseen(List<RecentRow> pins)
    {
        var unseen = pins.FindAll(pin => !_pins.Contains(pin.Id));
        _pins.IntersectWith(pins.Select(pin => pin.Id));
        _pins.UnionWith(pins.Select(pin => pin.Id));
        return unseen;
    }

    private sealed record RecentRow
    {
        public string Id { get; init; } = "";
        public string AccountId { get; init; } = "";
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
