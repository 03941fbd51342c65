using System.Text.Json;
using Connector.Common;
using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Events;

namespace Connector.Webhooks;

/// <summary>Writes events in the transaction of the change they report, each with its deliveries to webhooks and the callback.</summary>
internal static class Outbox
{
    /// <summary>The topic of <see cref="Database.Announced"/> when an event was written.</summary>
    public const string EventTopic = "events";

    /// <summary>The same when events got their places in the feed, with an engine where that is later.</summary>
    public const string FeedTopic = "feed";

    /// <summary>The same when a delivery was: most events have none.</summary>
    public const string DeliveryTopic = "deliveries";

    public static EventRow Write(Sql sql, NewEvent happened, DateTimeOffset now)
    {
        var row = new EventRow
        {
            Id = Id.New("evt_", now),
            WorkspaceId = happened.WorkspaceId,
            AccountId = happened.AccountId,
            PinId = happened.PinId,
            Type = happened.Type,
            Packed = PackedData.Pack(JsonSerializer.Serialize(happened.Data, Json.Options)),
            CreatedAt = now,
        };
        sql.Prepared(
            """
            insert into events (id, workspace_id, account_id, pin_id, type, data, packed, created_at)
            values ($1, $2, $3, $4, $5, '', $6, $7)
            """)
            .Bind(row.Id).Bind(row.WorkspaceId).Bind(row.AccountId).Bind(row.PinId).Bind(row.Type).Bind(row.Packed).Bind(row.CreatedAt)
            .Run();
        foreach (var webhookId in Listeners(sql, row)) Deliver(sql, row, webhookId, null);
        if (happened.Callback is { } callback) Deliver(sql, row, null, callback);
        sql.Announce(EventTopic);
        return row;
    }

    /// <summary>The last event of that type about a pin.</summary>
    public static EventRow? Last(Sql sql, string pinId, string type) =>
        sql.Find<EventRow>("select * from events where pin_id = @pinId and type = @type order by id desc limit 1", new { pinId, type });

    /// <summary>
    /// Forgets the events of a pin, of one type or all; those with a pending delivery stay. Their ids are kept as long as events are:
    /// somebody may go on reading after one of them.
    /// </summary>
    public static void Forget(Sql sql, string pinId, string? type = null)
    {
        var ids = sql.Query<string>(
            """
            select id from events where pin_id = @pinId and type = coalesce(@type, type)
              and not exists (select 1 from deliveries where event_id = events.id and status = 'pending')
            """,
            new { pinId, type });
        foreach (var id in ids)
        {
            sql.Execute("delete from deliveries where event_id = @id", new { id });
            sql.Execute(
                "update events set type = @type, data = '{}', packed = null, account_id = null, pin_id = null where id = @id",
                new { id, type = EventTypes.Forgotten });
        }
    }

    /// <summary>Queues a delivery of an event to a webhook or a callback.</summary>
    public static string Deliver(Sql sql, EventRow row, string? webhookId, Callback? callback)
    {
        sql.Announce(DeliveryTopic);
        var id = Id.New("dlv_", row.CreatedAt);
        sql.Execute(
            """
            insert into deliveries (id, workspace_id, event_id, webhook_id, url, key_id, receiver, subject, status, next_at, created_at)
            values (@id, @WorkspaceId, @eventId, @webhookId, @url, @KeyId, @receiver, @subject, 'pending', @CreatedAt, @CreatedAt)
            """,
            new
            {
                id,
                row.WorkspaceId,
                eventId = row.Id,
                webhookId,
                url = callback?.Url,
                callback?.KeyId,
                receiver = webhookId ?? new Uri(callback!.Url).Authority,
                subject = row.PinId ?? row.AccountId ?? row.Id,
                row.CreatedAt,
            });
        return id;
    }

    private static List<string> Listeners(Sql sql, EventRow row) => row.Type == EventTypes.WebhookTest ? [] : sql
        .Prepared(
            """
            select id from webhooks
            where workspace_id = $1 and status = 'active'
              and (events is null or replace(' ' || events || ' ', ' ' || $2 || ' ', '') <> ' ' || events || ' ')
              and (account_ids is null or replace(account_ids, coalesce($3, ''), '') <> account_ids)
            """)
        .Bind(row.WorkspaceId).Bind(row.Type).Bind(row.AccountId)
        .Query(found => found.Text(0)!);
}

/// <summary>An event to write: what happened, to what, and the callback that was asked for.</summary>
internal sealed record NewEvent(string WorkspaceId, string? AccountId, string? PinId, string Type, object Data, Callback? Callback = null);

/// <summary>Where a pin's final event is posted to, and the key whose callback secret signs it.</summary>
internal sealed record Callback(string Url, string KeyId);
