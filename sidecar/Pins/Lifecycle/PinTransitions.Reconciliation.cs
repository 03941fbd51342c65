using Connector.Accounts;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins.Lifecycle;

/// <summary>From an unknown outcome to a known one.</summary>
internal sealed partial class PinTransitions
{
    /// <summary>Writes the lookups and what follows for the pin; false when somebody else has resolved it meanwhile.</summary>
    public bool Reconcile(
        Sql sql, PinRow pin, AttemptRow attempt, IReadOnlyList<BoardLookup> lookups, ReconciliationStep step, DateTimeOffset now)
    {
        // Another of our pins may have claimed it since it was read.
        if (step.PinterestPinId is { } found && OwnerOf(sql, pin.AccountId, found) is not null)
            step = new ReconciliationStep(
                null, null, TimeSpan.FromSeconds(1), "The pin found turned out to be another of ours; it is looked for again.");
        if (!AttemptStore.Conclude(sql, attempt, lookups, step)) return false;

        var key = new AttemptKey(attempt.Id, pin.Id);
        switch (step.Conclusion)
        {
            case null:
                AwaitNextLookup(sql, key, step, now);
                break;
            case AttemptConclusion.Found:
                MarkPublished(sql, key, step.PinterestPinId!, now);
                break;
            case AttemptConclusion.Absent when attempt.RestoredAs is { } status:
                PutBack(sql, key, status, now);
                break;
            case AttemptConclusion.Absent when IsOutage(sql, pin.AccountId):
                Requeue(sql, key, step.Reason, due: now, usesTry: false, now);
                break;
            case AttemptConclusion.Absent when pin.TriesLeft > 1:
                Requeue(sql, key, step.Reason, due: now, usesTry: true, now);
                break;
            case AttemptConclusion.Absent:
                Fail(sql, key, PinErrors.NeverCreated, now);
                break;
            default:
                MarkUnconfirmed(sql, key, PinErrors.Undecided($"{attempt.Message} {step.Reason}"), now);
                break;
        }

        return true;
    }

    /// <summary>Writes what somebody found out about an unconfirmed pin; null when it is not unconfirmed.</summary>
    /// <exception cref="Http.ProblemException">Another pin of ours is that pin on Pinterest.</exception>
    public PinRow? Resolve(Sql sql, PinRow pin, string? pinterestPinId, DateTimeOffset now)
    {
        if (pinterestPinId is not null && OwnerOf(sql, pin.AccountId, pinterestPinId) is { } owner)
            throw PinProblems.AlreadyOurs(pinterestPinId, owner);

        if (!ChangeUnconfirmed(sql, pin, pinterestPinId, now)) return null;

        AttemptStore.Resolve(sql, pin.Id, pinterestPinId);
        // It names the pins that it might have been, which are somebody else's.
        Outbox.Forget(sql, pin.Id, EventTypes.OfPin(PinStatus.Unconfirmed));
        var resolved = Find(sql, pin.Id);
        if (resolved.Status == PinStatus.AwaitingApproval) PinEvents.WriteAwaiting(sql, resolved, now);
        return PinStatus.IsFinal(resolved.Status) ? End(sql, pin.Id, now) : resolved;
    }

    private static bool ChangeUnconfirmed(Sql sql, PinRow pin, string? pinterestPinId, DateTimeOffset now)
    {
        const string Condition = $"id = @Id and status = '{PinStatus.Unconfirmed}'";
        if (pinterestPinId is null && AccountStore.IsDeleted(sql, pin.AccountId))
        {
            // What waits for a disconnected account is canceled.
            var error = PinErrors.NotSentAgain(null);
            return Change(
                sql,
                $"status = '{PinStatus.Canceled}', {WithError}",
                Condition,
                new { pin.Id, error.Code, error.Message, error.Remediation, error.Retryable, now });
        }

        var state = pinterestPinId is null
            ? $"status = case when {Unapproved} then '{PinStatus.AwaitingApproval}' else {QueueStatus} end, {DueTime}, tries_left = {Tries}"
            : $"status = '{PinStatus.Published}', pinterest_pin_id = @pinterestPinId, published_at = @now";
        return Change(sql, $"{state}, {NoError}", Condition, new { pin.Id, pinterestPinId, now });
    }

    private static void AwaitNextLookup(Sql sql, AttemptKey attempt, ReconciliationStep step, DateTimeOffset now) => Change(
        sql,
        "due_at = @due, wait_message = @Reason",
        IsOfAttempt,
        new { attempt.PinId, attempt.AttemptId, step.Reason, due = now + step.NextLookup, now });

    /// <summary>Nothing was tried since the backup: it is what it was in it, in its old place.</summary>
    private static void PutBack(Sql sql, AttemptKey attempt, string status, DateTimeOffset now)
    {
        var change = $"status = @status, due_at = coalesce({WantedAt}, created_at), attempt_id = null, {NoWait}";
        if (!Change(sql, change, IsOfAttempt, new { attempt.PinId, attempt.AttemptId, status, now })) return;

        // Who approved it after the backup was taken believes that it goes.
        if (status == PinStatus.AwaitingApproval) PinEvents.WriteAwaiting(sql, Find(sql, attempt.PinId), now);
    }

    // Every pin that is tried in an outage fails: that says nothing about this one.
    private static bool IsOutage(Sql sql, string accountId) =>
        sql.Find<string>("select held_code from accounts where id = @accountId", new { accountId }) == AccountHold.OutageCode;

    private static string? OwnerOf(Sql sql, string accountId, string pinterestPinId) => sql.Find<string>(
        "select id from pins where account_id = @accountId and pinterest_pin_id = @pinterestPinId", new { accountId, pinterestPinId });
}
