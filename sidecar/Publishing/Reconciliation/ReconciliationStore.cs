using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Publishing.Worker;
using Connector.Storage;

namespace Connector.Publishing.Reconciliation;

/// <summary>Pins whose outcome is unknown, and what is found out about them.</summary>
internal sealed class ReconciliationStore(Database database, TimeProvider clock)
{
    public const string WaitCode = "reconciling";

    /// <summary>The account's pin that is to be looked for next.</summary>
    public PinRow? Next(string accountId) => database.Read(sql => sql.Find<PinRow>(
        "select * from pins where account_id = @accountId and status = 'publishing' and wait_code = 'reconciling' order by due_at limit 1", new { accountId }));

    /// <summary>Which of these pins on Pinterest are other pins of ours, in any workspace that has the same Pinterest user.</summary>
    public HashSet<string> Claimed(PinRow pin, IEnumerable<string> pinterestPinIds) => database.Read(sql => pinterestPinIds
        .Chunk(500)
        .SelectMany(ids => sql.Query<string>(
            """
            select p.pinterest_pin_id from pins p
            join accounts theirs on theirs.id = p.account_id
            join accounts ours on ours.environment = theirs.environment and ours.pinterest_user_id = theirs.pinterest_user_id
            where ours.id = @AccountId and p.id <> @Id and p.pinterest_pin_id in @ids
            """,
            new { pin.AccountId, pin.Id, ids }))
        .ToHashSet());

    /// <summary>Writes the evidence and what follows from it; false when somebody else has settled the pin meanwhile.</summary>
    public Task<bool> WriteAsync(PinRow pin, AttemptRow attempt, IReadOnlyList<BoardLookup> looks, ReconciliationStep step)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => Write(sql, pin, attempt, looks, step, now), clock);
    }

    private static bool Write(Sql sql, PinRow pin, AttemptRow attempt, IReadOnlyList<BoardLookup> looks, ReconciliationStep step, DateTimeOffset now)
    {
        // Another of our pins may have claimed it since it was read.
        if (step.PinterestPinId is not null && sql.Find<string>("select id from pins where account_id = @AccountId and pinterest_pin_id = @PinterestPinId", new { pin.AccountId, step.PinterestPinId }) is not null)
            step = new ReconciliationStep(null, null, TimeSpan.FromSeconds(1), "The pin found turned out to be another of ours; it is looked for again.");

        var args = new
        {
            pin.Id,
            attemptId = attempt.Id,
            attempt.RestoredAs,
            step.Conclusion,
            step.PinterestPinId,
            step.Reason,
            evidence = BoardLookup.Write(looks),
            before = attempt.Evidence,
            now,
            due = now + step.NextLook,
            cause = attempt.Message,
        };
        var written = sql.Execute(
            """
            update attempts set evidence = @evidence, conclusion = @Conclusion, pinterest_pin_id = @PinterestPinId
            where id = @attemptId and outcome = 'unknown' and conclusion is null and coalesce(evidence, '') = coalesce(@before, '')
            """,
            args);
        if (written == 0) return false;

        sql.Execute($"update pins set {Change(step, pin, attempt)}, updated_at = @now where id = @Id and attempt_id = @attemptId", args);
        if (step.Conclusion is not null) PinEvents.Ended(sql, pin.Id, now);
        return true;
    }

    private static string Change(ReconciliationStep step, PinRow pin, AttemptRow attempt) => step.Conclusion switch
    {
        null => "due_at = @due, wait_message = @Reason",
        "found" => "status = 'published', pinterest_pin_id = @PinterestPinId, published_at = @now, attempt_id = null, wait_code = null, wait_message = null",
        // Nothing was tried: it is what it was in the backup, in its old place.
        "absent" when attempt.RestoredAs is not null => "status = @RestoredAs, due_at = coalesce(publish_at, created_at), attempt_id = null, wait_code = null, wait_message = null",
        "absent" when pin.TriesLeft > 1 => "status = 'queued', due_at = @now, tries_left = tries_left - 1, attempt_id = null, wait_code = 'backoff', wait_message = @Reason",
        "absent" => "status = 'failed', attempt_id = null, wait_code = null, wait_message = null, error_code = 'pinterest_unavailable', retryable = 1, "
            + "error_message = 'Pinterest failed every time it was sent, and it is not on the board.', error_remediation = 'Try again later with POST /v1/pins/{id}/retry.'",
        _ => "status = 'unconfirmed', attempt_id = null, wait_code = null, wait_message = null, error_code = 'outcome_unknown', retryable = 0, "
            + $"error_message = coalesce(@cause, '') || ' ' || @Reason, error_remediation = '{AttemptResults.LookYourself}'",
    };
}
