using Connector.Pacing.Limits;
using Connector.Storage;

namespace Connector.Pacing;

/// <summary>
/// What other processes make of the same limits: counted in the database, in the transaction that reserves a call, so that together they
/// stay below. With one process its memory knows all, and nothing is asked.
/// </summary>
internal sealed class SharedBudget(Database database, PaceLedger pace, PacedApps apps)
{
    private const string Spent =
        """
        select count(*) from (
            select 1 from attempts
            where account_id in @accountIds and started_at > @since and coalesce(ended_at, @now) > @horizon
              and coalesce(outcome, 'unknown') <> 'not_sent' and restored_as is null and coalesce(@category, 'org_write') = 'org_write'
            union all
            select 1 from calls
            where account_id in @accountIds and ended_at > @horizon and category = coalesce(@category, category)
        ) spent
        """;

    // A create is under way that long at most.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    /// <summary>What a call of the category has to fit into; null where nobody else can use it up.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="category">The call's.</param>
    /// <param name="isWorkedHere">Only this process makes such calls for the account, so only limits that accounts share are asked.</param>
    public CallBudget? Of(string accountId, string category, bool isWorkedHere)
    {
        if (!database.IsShared) return null;

        List<PaceLimit> limits =
        [
            .. pace.WithLock(accountId, known => known.Windows.Select(window => window.Limit).ToList())
                .Where(limit => (limit.Category is null || limit.Category == category) && (!isWorkedHere || limit.Scope == "app")),
        ];
        if (limits.Count == 0) return null;

        var ofApp = limits.Exists(limit => limit.Scope == "app") ? apps.Beside(accountId, apps.Of(accountId)) : [];
        return new CallBudget([.. limits.Select(limit => (limit, limit.Scope == "app" ? ofApp : [accountId]))]);
    }

    /// <summary>Whether there is room for one call more.</summary>
    public static bool HasRoom(Sql sql, CallBudget budget, DateTimeOffset now) => budget.Limits.All(each =>
    {
        var (limit, accountIds) = each;
        var (horizon, since) = (now - limit.Window, now - limit.Window - LongestCall);
        return sql.Find<long>(Spent, new { accountIds, now, horizon, since, category = limit.Category }) < limit.Calls;
    });

    /// <summary>Others have used it up: what is known of it is read again.</summary>
    public void Forget(string accountId, CallBudget budget)
    {
        if (budget.Limits.Any(each => each.Limit.Scope == "app")) pace.ForgetApps();
        else pace.Forget(accountId);
    }
}

/// <summary>Limits, and the accounts whose calls each counts.</summary>
internal sealed record CallBudget(IReadOnlyList<(PaceLimit Limit, List<string> AccountIds)> Limits);
