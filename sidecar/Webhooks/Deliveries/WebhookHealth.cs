using Connector.Storage;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks.Deliveries;

/// <summary>Disables a webhook whose receiver failed for days or answered 410 Gone, and writes the event that reports it.</summary>
internal static class WebhookHealth
{
    /// <summary>How long every delivery must have failed before the webhook is disabled.</summary>
    private static readonly TimeSpan DisableAfter = TimeSpan.FromDays(5);

    /// <summary>Records how an attempt ended; returns the webhook when that disables it.</summary>
    public static WebhookRow? Record(Sql sql, string webhookId, DeliveryAttempt attempt, DeliveryPlan plan, DateTimeOffset now)
    {
        if (WebhookStore.Find(sql, webhookId) is not { Status: WebhookRow.Active } webhook) return null;

        var changed = webhook with { FailingSince = plan.Outcome == DeliveryOutcome.Delivered ? null : webhook.FailingSince ?? now };
        if (Reason(changed, attempt, plan, now) is { } reason)
        {
            changed = changed with { Status = WebhookRow.Disabled, DisabledReason = reason, UpdatedAt = now };
            GiveUp(sql, webhookId, now);
        }

        if (changed == webhook) return null;
        WebhookStore.Write(sql, changed);
        if (changed.Status != WebhookRow.Disabled) return null;

        var data = new { webhook = WebhookNotice.Of(changed) };
        Outbox.Write(sql, new NewEvent(changed.WorkspaceId, null, null, EventTypes.WebhookDisabled, data), now);
        return changed;
    }

    /// <summary>Ends the pending deliveries of a webhook as failed; each can be sent again with redeliver.</summary>
    public static void GiveUp(Sql sql, string webhookId, DateTimeOffset now) =>
        sql.Execute(
            "update deliveries set status = 'failed', ended_at = @now where webhook_id = @webhookId and status = 'pending'",
            new { webhookId, now });

    /// <summary>
    /// Ends the pending deliveries about accounts that a webhook does not hear of any more: who sees it now may not see those.
    /// </summary>
    public static void GiveUpOthers(Sql sql, WebhookRow webhook, DateTimeOffset now)
    {
        if (webhook.AccountIds?.Split(' ') is not { } accounts) return;
        sql.Execute(
            """
            update deliveries set status = 'failed', ended_at = @now
            where webhook_id = @Id and status = 'pending' and event_id in (select id from events where account_id not in @accounts)
            """,
            new { webhook.Id, accounts, now });
    }

    private static string? Reason(WebhookRow webhook, DeliveryAttempt attempt, DeliveryPlan plan, DateTimeOffset now) => plan.Outcome switch
    {
        DeliveryOutcome.Gone => "The receiver answered 410 Gone: nobody listens there any more. Enable it with PATCH and "
            + "{\"status\":\"active\"} if somebody does again.",
        not DeliveryOutcome.Delivered when webhook.FailingSince <= now - DisableAfter =>
            $"Nothing could be delivered for {DisableAfter.TotalDays:0} days; the last try: {attempt.Message} Put the receiver right, then "
                + "PATCH it with {\"status\":\"active\"}; GET /v1/events shows what it missed.",
        _ => null,
    };
}
