using Connector.Pins;
using Connector.Storage;

namespace Connector.Publishing.Keeping;

/// <summary>Asks the database what has changed lately, whoever changed it: where nobody was told.</summary>
internal sealed class RecentChanges(Database database, TimeProvider clock)
{
    // A transaction may end later than others that began after it, and clocks differ a little.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly HashSet<(string Id, DateTimeOffset At)> _seen = [];
    private DateTimeOffset? _since;

    /// <summary>What has changed since the last call.</summary>
    public RecentNews Read()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var since = (_since ?? now) - Overlap;
            var (accounts, apps, pins) = database.Read(sql => (Accounts(sql, since), Apps(sql, since), Pins(sql, since)));
            _since = now;
            var all = accounts.Concat(apps).Concat(pins).Where(row => !_seen.Contains((row.Id, row.UpdatedAt))).ToHashSet();
            _seen.RemoveWhere(seen => seen.At < since);
            _seen.UnionWith(all.Select(row => (row.Id, row.UpdatedAt)));
            return new RecentNews(
                OfAccounts(accounts.Where(all.Contains)),
                OfAccounts(pins.Where(row => all.Contains(row) && row.CreatedAt == row.UpdatedAt)),
                OfAccounts(pins.Where(row => all.Contains(row) && row.CreatedAt != row.UpdatedAt)),
                apps.Exists(all.Contains));
        }
    }

    private static List<RecentRow> Accounts(Sql sql, DateTimeOffset since) => sql.Query<RecentRow>(
        "select id, id as account_id, created_at, updated_at from accounts where updated_at >= @since", new { since });

    private static List<RecentRow> Apps(Sql sql, DateTimeOffset since) => sql.Query<RecentRow>(
        "select workspace_id || app_id as id, created_at, updated_at from apps where updated_at >= @since", new { since });

    // Only those that may be published because of it: an approval, an edit, another try.
    private static List<RecentRow> Pins(Sql sql, DateTimeOffset since) => sql.Query<RecentRow>(
        $"select id, account_id, created_at, updated_at from pins where updated_at >= @since and status in {PinStatusSets.InQueue}",
        new { since });

    private static List<string> OfAccounts(IEnumerable<RecentRow> rows) => [.. rows.Select(row => row.AccountId).Distinct()];

    private sealed record RecentRow
    {
        public string Id { get; init; } = "";
        public string AccountId { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}

/// <summary>What has changed lately.</summary>
/// <param name="Accounts">Accounts that were changed.</param>
/// <param name="Added">Accounts that got pins.</param>
/// <param name="Changed">Accounts of whose pins some were changed.</param>
/// <param name="AnyApp">Whether an app was.</param>
internal sealed record RecentNews(
    IReadOnlyList<string> Accounts, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, bool AnyApp);
