using Connector.Accounts;
using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>From the queue to the end of an attempt.</summary>
internal sealed partial class PinTransitions
{
    private const string IsOfAttempt = "id = @PinId and attempt_id = @AttemptId";
    private const string WithError =
        "error_code = @Code, error_message = @Message, error_remediation = @Remediation, retryable = cast(@Retryable as integer)";

    private const string ClaimText =
        $"""
        update pins set status = '{PinStatus.Publishing}', attempt_id = $1, attempt_count = attempt_count + 1, {NoWait}, updated_at = $2
        where id = $3 and account_id = $4 and status = '{PinStatus.Queued}' and due_at <= $2 and {IsMediaReady}
        returning {PinReader.Columns}
        """;

    private const string PublishedText =
        $"""
        update pins set status = '{PinStatus.Published}', pinterest_pin_id = $1, published_at = $2, attempt_id = null, {NoWait}, {NoError},
            updated_at = $2
        where id = $3 and attempt_id = $4
        returning {PinReader.Columns}
        """;

    /// <summary>
    /// Opens an attempt for a queued pin that is due; null when it is not, its link is held, or its account changed meanwhile.
    /// </summary>
    public static Claim? Claim(Sql sql, NewAttempt attempt)
    {
        if (attempt.AccountStatus is { } status && !AccountStore.Has(sql, attempt.AccountId, status)) return null;
        if (DeferIfLinkHeld(sql, attempt.PinId, attempt.StartedAt)) return null;

        var claim = sql.Prepared(ClaimText)
            .Bind(attempt.Id).Bind(attempt.StartedAt).Bind(attempt.PinId).Bind(attempt.AccountId);
        if (claim.Changed(PinReader.Read) is not { } pin) return null;

        AttemptStore.Add(sql, attempt, pin);
        return new Claim(attempt.Id, attempt.StartedAt, pin);
    }

    /// <summary>
    /// Writes an attempt's end and what follows for its pin, both or neither; false when it had ended before, and then nothing changes.
    /// </summary>
    /// <param name="sql">The transaction.</param>
    /// <param name="attempt">The attempt that is open.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="firstLookup">When the board is first read, should the outcome be unknown.</param>
    /// <param name="now">Now.</param>
    public bool Complete(Sql sql, AttemptKey attempt, AttemptResult result, TimeSpan firstLookup, DateTimeOffset now)
    {
        if (!AttemptStore.End(sql, attempt.AttemptId, result, now)) return false;

        switch (result.Next)
        {
            case NextAction.Published:
                Accept(sql, attempt, result.PinterestPinId!, now);
                break;
            case NextAction.Fail:
                Fail(sql, attempt, new PinError(result.ErrorCode, result.Message, result.ErrorRemediation, result.Retryable), now);
                break;
            case var _ when IsDisconnected(sql, attempt.PinId):
                EndDisconnected(sql, attempt, result, now);
                break;
            case NextAction.Reconcile:
                AwaitLookup(sql, attempt, result.Message, now + firstLookup, now);
                break;
            default:
                Requeue(sql, attempt, result.Message, now + result.Delay, usesTry: result.UsesRetry, now);
                break;
        }

        return true;
    }

    /// <summary>Pinterest's answer is believed, unless it names a pin that another of ours is already.</summary>
    private void Accept(Sql sql, AttemptKey attempt, string pinterestPinId, DateTimeOffset now)
    {
        if (OtherThatIs(sql, attempt.PinId, pinterestPinId) is { } owner)
            MarkUnconfirmed(sql, attempt, PinErrors.SameAs(owner, pinterestPinId), now);
        else
            MarkPublished(sql, attempt, pinterestPinId, now);
    }

    private void MarkPublished(Sql sql, AttemptKey attempt, string pinterestPinId, DateTimeOffset now)
    {
        var published = sql.Prepared(PublishedText).Bind(pinterestPinId).Bind(now).Bind(attempt.PinId).Bind(attempt.AttemptId);
        if (published.Changed(PinReader.Read) is { } pin) End(sql, pin, now);
    }

    private static string? OtherThatIs(Sql sql, string pinId, string pinterestPinId) => sql
        .Prepared("select id from pins where account_id = (select account_id from pins where id = $1) and pinterest_pin_id = $2")
        .Bind(pinId).Bind(pinterestPinId)
        .Find(row => row.Text(0));

    private void Fail(Sql sql, AttemptKey attempt, PinError error, DateTimeOffset now) =>
        EndWith(sql, PinStatus.Failed, attempt, error, now);

    private void MarkUnconfirmed(Sql sql, AttemptKey attempt, PinError error, DateTimeOffset now) =>
        EndWith(sql, PinStatus.Unconfirmed, attempt, error, now);

    private void EndWith(Sql sql, string status, AttemptKey attempt, PinError error, DateTimeOffset now)
    {
        var change = $"status = '{status}', attempt_id = null, {NoWait}, {WithError}";
        var args = new { attempt.PinId, attempt.AttemptId, error.Code, error.Message, error.Remediation, error.Retryable, now };
        if (Changed(sql, change, IsOfAttempt, args) is { } pin) End(sql, pin, now);
    }

    /// <summary>It may be sent again without a lookup.</summary>
    private static void Requeue(
        Sql sql, AttemptKey attempt, string? message, DateTimeOffset due, bool usesTry, DateTimeOffset now) => Change(
        sql,
        $"""
        status = '{PinStatus.Queued}', attempt_id = null, due_at = @due, wait_code = '{WaitCode.Backoff}', wait_message = @message,
        tries_left = tries_left - @cost
        """,
        IsOfAttempt,
        new { attempt.PinId, attempt.AttemptId, message, due, cost = usesTry ? 1 : 0, now });

    /// <summary>It stays with the attempt whose outcome is unknown until its board was read.</summary>
    private static void AwaitLookup(Sql sql, AttemptKey attempt, string? cause, DateTimeOffset due, DateTimeOffset now) => Change(
        sql,
        $"due_at = @due, wait_code = '{WaitCode.Reconciling}', wait_message = @message",
        IsOfAttempt,
        new
        {
            attempt.PinId,
            attempt.AttemptId,
            message = $"Nobody can say yet whether Pinterest made the pin; the board is looked at to see whether it is there. {cause}",
            due,
            now,
        });
}
