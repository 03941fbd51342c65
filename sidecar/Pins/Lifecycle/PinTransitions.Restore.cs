using Connector.Common;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>
/// After a restore: nobody knows what was sent since the backup, so each pin that waited in it has an unknown outcome until its board was
/// read.
/// </summary>
internal sealed partial class PinTransitions
{
    private const string RestoreReason =
        "The connector was restored from a backup and may have sent this pin after that was taken; "
        + "the board is looked at before it is sent.";

    /// <summary>Makes the outcome unknown of every pin that is not final; returns how many.</summary>
    public static long Restore(Sql sql, DateTimeOffset backedUpAt, DateTimeOffset restoredAt)
    {
        // Were the clock set back since, the time in between would end before it begins.
        var now = restoredAt > backedUpAt ? restoredAt : backedUpAt;

        // It may have been sent again since, so what earlier lookups saw proves nothing any more.
        AttemptStore.Reopen(sql, RestoreReason, now);
        foreach (var pinId in sql.Query<string>($"select id from pins where status in {PinStatusSets.Waiting}"))
        {
            var attempt = new AttemptKey(Id.New("att_", now), pinId);
            AttemptStore.AddRestored(sql, attempt, RestoreReason, backedUpAt, now);
            Change(
                sql,
                $"status = '{PinStatus.Publishing}', attempt_id = @AttemptId, attempt_count = attempt_count + 1",
                "id = @PinId",
                new { attempt.PinId, attempt.AttemptId, now });
        }

        return sql.Execute(
            $"""
            update pins set due_at = @now, wait_code = '{WaitCode.Reconciling}', wait_message = @reason, updated_at = @now
            where status = '{PinStatus.Publishing}'
            """,
            new { now, reason = RestoreReason });
    }
}
