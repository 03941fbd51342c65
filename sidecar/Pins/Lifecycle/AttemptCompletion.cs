using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>Writes a verdict: the attempt's end and the pin's next state, both or neither.</summary>
internal static class AttemptCompletion
{
    public static bool Write(Sql sql, string attemptId, string pinId, AttemptResult verdict, TimeSpan firstLook, DateTimeOffset now)
    {
        var args = new
        {
            attemptId,
            pinId,
            now,
            verdict.Outcome,
            verdict.Message,
            verdict.HttpStatus,
            verdict.PinterestCode,
            verdict.RequestId,
            verdict.PinterestPinId,
            verdict.ErrorCode,
            verdict.ErrorRemediation,
            verdict.Retryable,
            due = now + (verdict.Next == NextAction.Reconcile ? firstLook : verdict.Delay),
            cost = verdict.UsesRetry ? 1 : 0,
        };

        // An attempt ends once: a worker that slept through its own rescue finds nothing to write.
        var ended = sql.Execute(
            """
            update attempts set outcome = @Outcome, ended_at = @now, message = @Message, http_status = @HttpStatus, pinterest_code = @PinterestCode,
                pinterest_request_id = @RequestId, pinterest_pin_id = @PinterestPinId
            where id = @attemptId and outcome is null
            """,
            args);
        if (ended == 0) return false;

        sql.Execute($"update pins set {Change(verdict)}, updated_at = @now where id = @pinId and attempt_id = @attemptId", args);
        if (verdict.Next is NextAction.Published or NextAction.Fail) PinEvents.Ended(sql, pinId, now);
        return true;
    }

    private static string Change(AttemptResult verdict) => verdict.Next switch
    {
        NextAction.Published => "status = 'published', pinterest_pin_id = @PinterestPinId, published_at = @now, attempt_id = null, error_code = null, error_message = null, error_remediation = null, retryable = null",
        NextAction.Fail => "status = 'failed', attempt_id = null, error_code = @ErrorCode, error_message = @Message, error_remediation = @ErrorRemediation, retryable = @Retryable",
        // It stays with the attempt whose outcome is looked for.
        NextAction.Reconcile => "due_at = @due, wait_code = 'reconciling', wait_message = 'Pinterest''s answer was lost; the board is looked at to see whether the pin is there. ' || coalesce(@Message, '')",
        _ => "status = 'queued', attempt_id = null, due_at = @due, wait_code = 'backoff', wait_message = @Message, tries_left = tries_left - @cost",
    };
}
