using Connector.Common;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>After a restore nobody knows what was sent since the backup: each pin that waited in it has an unknown outcome until its board was read.</summary>
internal static class RestoredPins
{
    private const string Reason = "The connector was restored from a backup and may have sent this pin after that was taken; the board is looked at before it is sent.";

    /// <summary>Puts every pin in doubt that is not final; returns how many.</summary>
    public static long Doubt(Sql sql, DateTimeOffset backedUpAt, DateTimeOffset now)
    {
        // A clock that was set back must not turn the time in between around.
        var args = new { backedUpAt, now = now > backedUpAt ? now : backedUpAt, reason = Reason };

        // What was under way, or looked for already: it may have been sent again since, so what was seen before proves nothing any more.
        sql.Execute("update attempts set outcome = 'unknown', ended_at = @now, message = @reason, evidence = null where id in (select attempt_id from pins where status = 'publishing')", args);
        foreach (var pinId in sql.Query<string>("select id from pins where status in ('awaiting_approval', 'scheduled', 'queued')")) Doubt(sql, pinId, args.backedUpAt, args.now);
        return sql.Execute("update pins set due_at = @now, wait_code = 'reconciling', wait_message = @reason, updated_at = @now where status = 'publishing'", args);
    }

    private static void Doubt(Sql sql, string pinId, DateTimeOffset backedUpAt, DateTimeOffset now)
    {
        var args = new { pinId, attemptId = Id.New("att_", now), backedUpAt, now, reason = Reason };
        sql.Execute(
            """
            insert into attempts (id, pin_id, account_id, number, started_at, ended_at, outcome, message, restored_as)
            select @attemptId, id, account_id, attempt_count + 1, @backedUpAt, @now, 'unknown', @reason, status from pins where id = @pinId
            """,
            args);
        sql.Execute("update pins set status = 'publishing', attempt_id = @attemptId, attempt_count = attempt_count + 1 where id = @pinId", args);
    }
}
