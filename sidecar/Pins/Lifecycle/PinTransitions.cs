using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>
/// The only writer of a pin's state: each method is a transition in the caller's transaction, with the event that a final status needs.
/// </summary>
internal sealed partial class PinTransitions(PinReleased released)
{
    /// <summary>How often a pin is sent when Pinterest refuses it for a passing reason.</summary>
    public const int Tries = 5;

    /// <summary>The condition that a pin can be created: its video, if it has one, is ready at Pinterest.</summary>
    public const string IsMediaReady = $"(media_type <> '{PinContent.VideoType}' or media_id is not null)";

    private const string NoWait = "wait_code = null, wait_message = null";
    private const string NoError = "error_code = null, error_message = null, error_remediation = null, retryable = null";

    // At once, or when its caller asked if that is still to come.
    private const string DueTime = $"due_at = case when {WantedAt} > @now then {WantedAt} else @now end";

    // As its caller asked, or else where its season begins.
    private const string WantedAt = "coalesce(publish_at, season_from)";

    private const string QueueStatus = $"case when {WantedAt} > @now then '{PinStatus.Scheduled}' else '{PinStatus.Queued}' end";

    private const string DueAgain = $"status = {QueueStatus}, {DueTime}";

    private const string IsDue = $"account_id = @accountId and status = '{PinStatus.Scheduled}' and due_at <= @now";

    // The set of statuses leads, although the status follows: it chooses the index.
    private const string IsLate =
        $"""
        account_id = @accountId and status in {PinStatusSets.InQueue} and status = '{PinStatus.Queued}' and due_at > @now
        and coalesce(wait_code, '{WaitCode.MediaProcessing}') = '{WaitCode.MediaProcessing}'
        """;

    /// <summary>Whether <see cref="QueueDue"/> has something to do.</summary>
    public static bool AnyDue(Sql sql, string accountId, DateTimeOffset now) =>
        sql.Prepared($"select 1 from pins where account_id = $1 and status = '{PinStatus.Scheduled}' and due_at <= $2 limit 1")
            .Bind(accountId).Bind(now)
            .Find(row => row.Number(0)) is not null;

    /// <summary>Queues the account's scheduled pins whose time has come; returns which.</summary>
    public static List<string> QueueDue(Sql sql, string accountId, DateTimeOffset now)
    {
        var args = new { accountId, now };
        var due = sql.Query<string>($"select id from pins where {IsDue}", args);
        Change(sql, $"status = '{PinStatus.Queued}'", IsDue, args);
        return due;
    }

    /// <summary>Whether <see cref="CorrectDue"/> has something to do.</summary>
    public static bool AnyLate(Sql sql, string accountId, DateTimeOffset now) => Any(sql, IsLate, accountId, now);

    /// <summary>
    /// After the clock was set back: queued pins that wait only for a time the wrong clock had become due now, or when their caller
    /// asked.
    /// </summary>
    public static void CorrectDue(Sql sql, string accountId, DateTimeOffset now) => Change(sql, DueAgain, IsLate, new { accountId, now });

    /// <summary>Cancels a waiting pin; null when it no longer waits.</summary>
    public PinRow? Cancel(Sql sql, string pinId, DateTimeOffset now) =>
        Change(sql, $"status = '{PinStatus.Canceled}', {NoWait}", $"id = @pinId and status in {PinStatusSets.Waiting}", new { pinId, now })
            ? End(sql, pinId, now)
            : null;

    /// <summary>Cancels what waits for an account.</summary>
    public void CancelWaiting(Sql sql, string accountId, DateTimeOffset now)
    {
        // Two queries, because each has an index of just its statuses.
        var waiting = sql.Query<string>(
            $"""
            select id from pins where account_id = @accountId and status in {PinStatusSets.InQueue}
            union all select id from pins where account_id = @accountId and status = '{PinStatus.AwaitingApproval}'
            """,
            new { accountId });
        foreach (var pinId in waiting) Cancel(sql, pinId, now);
    }

    /// <summary>Queues a failed pin again with all its tries, its video to be uploaded anew; null when it has not failed.</summary>
    public static PinRow? Retry(Sql sql, string pinId, DateTimeOffset now)
    {
        var change = $"status = '{PinStatus.Queued}', due_at = @now, tries_left = {Tries}, media_id = null, {NoError}";
        if (!Change(sql, change, $"id = @pinId and status = '{PinStatus.Failed}'", new { pinId, now })) return null;

        var row = Find(sql, pinId);
        PinFiles.Use(sql, row);
        return row;
    }

    private static bool Any(Sql sql, string condition, string accountId, DateTimeOffset now) =>
        sql.Find<long>($"select exists (select 1 from pins where {condition})", new { accountId, now }) == 1;

    private static bool Change(Sql sql, string change, string condition, object args) =>
        sql.Execute($"update pins set {change}, updated_at = @now where {condition}", args) > 0;

    /// <summary>The same for one pin: it as it is now, or null when nothing changed.</summary>
    private static PinRow? Changed(Sql sql, string change, string condition, object args) =>
        sql.Find<PinRow>($"update pins set {change}, updated_at = @now where {condition} returning *", args);

    private static PinRow Find(Sql sql, string pinId) => PinReader.Find(sql, pinId)!;

    /// <summary>Its status became final: releases what it needed and writes the event.</summary>
    private PinRow End(Sql sql, string pinId, DateTimeOffset now) => End(sql, Find(sql, pinId), now);

    /// <inheritdoc cref="End(Sql, string, DateTimeOffset)"/>
    private PinRow End(Sql sql, PinRow row, DateTimeOffset now)
    {
        // It may have to be sent again once somebody has resolved it.
        if (row.Status != PinStatus.Unconfirmed)
        {
            PinFiles.Release(sql, row, now);
            released(sql, row);
        }

        PinEvents.Write(sql, row, now);
        return row;
    }
}

/// <summary>A pin has ended; a feature that keeps rows for it removes them in the same transaction.</summary>
internal delegate void PinReleased(Sql sql, PinRow pin);
