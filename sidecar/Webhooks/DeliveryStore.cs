using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Events;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>Reads and writes deliveries and their attempts.</summary>
internal sealed class DeliveryStore(Database database, TimeProvider clock)
{
    // Longer than any attempt takes; when it is over, an attempt that a stop has ended is repeated.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string WithEvent = "select d.*, e.type from deliveries d join events e on e.id = d.event_id";

    // Deliveries to one receiver about the same subject are sent one after the other.
    private const string IsNext =
        """
        d.status = 'pending' and d.next_at <= @now
          and not exists (select 1 from deliveries e where e.receiver = d.receiver and e.subject = d.subject and e.status = 'pending'
              and e.id < d.id)
        """;

    /// <summary>Claims the next due delivery of each receiver that is not busy: its next time becomes the end of the lease.</summary>
    public async Task<List<DeliveryRow>> ClaimAsync(IReadOnlyCollection<string> busy, DateTimeOffset now)
    {
        var args = new { busy, now, lease = clock.GetUtcNow() + Lease };
        if (database.Read(sql => sql.Find<long>(
            $"select exists (select 1 from deliveries d where {IsNext} and d.receiver not in @busy)", args)) == 0) return [];

        return await database.WriteAsync(sql =>
        {
            // Not in one statement: PostgreSQL may look for the next one of each receiver again for every delivery that waits.
            var next = sql.Query<string?>(
                $"""
                select (select d.id from deliveries d where d.receiver = r.receiver and {IsNext} order by d.next_at, d.id limit 1)
                from (select distinct receiver from deliveries where status = 'pending') r
                where r.receiver not in @busy
                """,
                args).OfType<string>();
            var ids = sql.Query<string>(
                $"select id from deliveries where id in @next and status = 'pending' and next_at <= @now {sql.Dialect.SkipLocked}",
                new { next, now });
            sql.Execute(
                "update deliveries set next_at = @lease, attempt_count = attempt_count + 1 where id in @ids", new { ids, args.lease });
            return sql.Query<DeliveryRow>($"{WithEvent} where d.id in @ids", new { ids });
        });
    }

    /// <summary>When the next delivery becomes due after that time; null when there is none.</summary>
    public DateTimeOffset? NextDueAt(DateTimeOffset now) => database.Read(sql => sql.Find<DateTimeOffset?>(
        "select next_at from deliveries where status = 'pending' and next_at > @now order by next_at limit 1", new { now }));

    public EventRow? Event(string id) => database.Read(sql => sql.Find<EventRow>("select * from events where id = @id", new { id }));

    public WebhookRow? Webhook(string id) => database.Read(sql => WebhookStore.Find(sql, id));

    /// <summary>
    /// Writes an attempt and what follows from it, waiting for the disk as long as it takes; writes nothing when the delivery was
    /// deleted. Returns the webhook when that disables it.
    /// </summary>
    public Task<WebhookRow?> WriteAsync(DeliveryRow delivery, DeliveryAttempt attempt, DeliveryPlan plan)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => RecordOutcome(sql, delivery, attempt, plan, now), clock);
    }

    /// <summary>Queues a delivery again with all its tries; false when the caller sees no such delivery of the webhook.</summary>
    public Task<bool> RedeliverAsync(Caller caller, WebhookRow webhook, string id)
    {
        var args = new { webhookId = webhook.Id, id, caller.AccountIds, now = clock.GetUtcNow() };
        return database.WriteAsync(sql =>
        {
            if (sql.Find<DeliveryRow>($"{WithEvent} where d.id = @id and d.webhook_id = @webhookId {IsSeen(caller)}", args) is null)
                return false;

            sql.Execute(
                """
                update deliveries set status = 'pending', tries = 0, next_at = @now, ended_at = null
                where id = @id and (status <> 'pending' or next_at > @now)
                """,
                args);
            sql.Announce(Outbox.DeliveryTopic);
            return true;
        });
    }

    /// <summary>The deliveries to a webhook that the caller sees, with their attempts, newest first.</summary>
    public List<Delivery> OfWebhook(Caller caller, WebhookRow webhook, string? status, int limit, string? cursor) =>
        database.Read(sql => List(
            sql, $"d.webhook_id = @webhookId {(status is null ? "" : "and d.status = @status")} {IsSeen(caller)}", cursor,
            new { webhookId = webhook.Id, status, caller.AccountIds, limit, cursor }));

    /// <summary>The deliveries about a pin to its callback and to webhooks that the caller sees, newest first.</summary>
    public List<Delivery> OfPin(Caller caller, string pinId, int limit, string? cursor) => database.Read(sql =>
    {
        var seen = WebhookStore.List(sql, caller).ConvertAll(webhook => webhook.Id);
        return List(
            sql, "d.workspace_id = @WorkspaceId and d.subject = @pinId and (d.webhook_id is null or d.webhook_id in @seen)", cursor,
            new { caller.WorkspaceId, pinId, seen, limit, cursor });
    });

    public Delivery? Find(string id) =>
        database.Read(sql => Show(sql, sql.Query<DeliveryRow>($"{WithEvent} where d.id = @id", new { id })).FirstOrDefault());

    // A webhook that hears of fewer accounts than before still has deliveries about the others.
    private static string IsSeen(Caller caller) =>
        caller.AccountIds is null ? "" : "and (e.account_id is null or e.account_id in @AccountIds)";

    private static List<Delivery> List(Sql sql, string condition, string? cursor, object args) => Show(sql, sql.Query<DeliveryRow>(
        $"{WithEvent} where {condition} {(cursor is null ? "" : "and d.id < @cursor")} order by d.id desc limit @limit", args));

    private static List<Delivery> Show(Sql sql, List<DeliveryRow> rows)
    {
        var attempts = sql.Query<DeliveryAttempt>(
            "select * from delivery_attempts where delivery_id in @ids order by number", new { ids = rows.Select(row => row.Id) })
            .ToLookup(attempt => attempt.DeliveryId);
        return rows.ConvertAll(row => Delivery.From(row, attempts[row.Id]));
    }

    private static WebhookRow? RecordOutcome(
        Sql sql, DeliveryRow delivery, DeliveryAttempt attempt, DeliveryPlan plan, DateTimeOffset now)
    {
        var args = new { delivery.Id, now, next = now + plan.Delay, one = plan.CountsAsTry ? 1 : 0 };
        if (sql.Find<string>("select id from deliveries where id = @Id", args) is null) return null;

        sql.Execute(
            plan.Outcome switch
            {
                // Even when it was given up in the meantime.
                DeliveryOutcome.Delivered => "update deliveries set status = 'delivered', ended_at = @now where id = @Id",
                DeliveryOutcome.Again =>
                    "update deliveries set next_at = @next, tries = tries + @one where id = @Id and status = 'pending'",
                _ => "update deliveries set status = 'failed', ended_at = @now where id = @Id and status = 'pending'",
            },
            args);

        sql.Execute(
            """
            insert into delivery_attempts (
                workspace_id, delivery_id, number, started_at, took_ms, url, http_status, answer, message)
            values (@WorkspaceId, @Id, @Number, @StartedAt, @TookMs, @Url, @HttpStatus, @Answer, @Message)
            """,
            new
            {
                delivery.WorkspaceId,
                delivery.Id,
                attempt.Number,
                attempt.StartedAt,
                attempt.TookMs,
                attempt.Url,
                attempt.HttpStatus,
                attempt.Answer,
                attempt.Message,
            });
        sql.Announce(Outbox.DeliveryTopic);
        return delivery.WebhookId is null ? null : WebhookHealth.Record(sql, delivery.WebhookId, attempt, plan, now);
    }
}
