using Connector.Accounts;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>
/// Pins of an account that was disconnected while they were with Pinterest: no board can be read for them and nothing is sent again.
/// </summary>
internal sealed partial class PinTransitions
{
    /// <summary>The account was disconnected: its pins that were looked for are unconfirmed. An answer under way may still come.</summary>
    public void EndLookups(Sql sql, string accountId, DateTimeOffset now)
    {
        var lookedFor = sql.Query<(string AttemptId, string PinId)>(
            $"""
            select p.attempt_id, p.id from pins p join attempts a on a.id = p.attempt_id
            where p.account_id = @accountId and p.status = '{PinStatus.Publishing}' and a.outcome is not null
            """,
            new { accountId });
        foreach (var (attemptId, pinId) in lookedFor) EndLookup(sql, new AttemptKey(attemptId, pinId), now);
    }

    /// <summary>After a start: does the same for every account that is disconnected.</summary>
    public void EndLookupsOfDisconnected(Sql sql, DateTimeOffset now)
    {
        var accounts = sql.Prepared($"select distinct account_id from pins where status = '{PinStatus.Publishing}'")
            .Query(row => row.Text(0)!)
            .FindAll(accountId => AccountStore.IsDeleted(sql, accountId));
        foreach (var accountId in accounts) EndLookups(sql, accountId, now);
    }

    private static bool IsDisconnected(Sql sql, string pinId) => AccountStore.IsDeleted(sql, Find(sql, pinId).AccountId);

    /// <summary>An attempt ended after the account was disconnected.</summary>
    private void EndDisconnected(Sql sql, AttemptKey attempt, AttemptResult result, DateTimeOffset now)
    {
        if (result.Next == NextAction.Reconcile) EndLookup(sql, attempt, now);
        else EndWith(sql, PinStatus.Canceled, attempt, PinErrors.NotSentAgain(result.Message), now);
    }

    private void EndLookup(Sql sql, AttemptKey attempt, DateTimeOffset now) =>
        MarkUnconfirmed(sql, attempt, PinErrors.LookupEnded(AttemptStore.GiveUp(sql, attempt.AttemptId)), now);
}
