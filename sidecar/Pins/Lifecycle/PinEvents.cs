using Connector.Assets;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins.Lifecycle;

/// <summary>Tells that a pin's status became final, in the transaction in which it does.</summary>
internal static class PinEvents
{
    /// <summary>Writes the event of a pin that has just ended; nothing for one that has not.</summary>
    public static void Ended(Sql sql, string pinId, DateTimeOffset now)
    {
        if (sql.Find<PinRow>("select * from pins where id = @pinId", new { pinId }) is { } row && PinStatus.IsFinal(row.Status)) Ended(sql, row, now);
    }

    /// <summary>Cancels what waits for an account.</summary>
    public static void CancelWaiting(Sql sql, string accountId, DateTimeOffset now)
    {
        var canceled = sql.Query<string>(
            "update pins set status = 'canceled', wait_code = null, wait_message = null, updated_at = @now where account_id = @accountId and status in ('awaiting_approval', 'scheduled', 'queued') returning id",
            new { accountId, now });
        foreach (var pinId in canceled) Ended(sql, pinId, now);
    }

    /// <summary>Somebody else wants to be called back: at the end, or now if that has been.</summary>
    public static void CallBack(Sql sql, PinRow row, Callback callback, DateTimeOffset now)
    {
        sql.Execute("update pins set callback_url = @Url, callback_key_id = @KeyId where id = @Id", new { row.Id, callback.Url, callback.KeyId });
        if (!PinStatus.IsFinal(row.Status)) return;

        if (Outbox.Last(sql, row.Id, EventTypes.OfPin(row.Status)) is { } told) Outbox.Deliver(sql, told, null, callback);
        else Ended(sql, row with { CallbackUrl = callback.Url, CallbackKeyId = callback.KeyId }, now);
    }

    private static void Ended(Sql sql, PinRow row, DateTimeOffset now)
    {
        Release(sql, row, now);
        Outbox.Write(
            sql,
            new NewEvent(row.WorkspaceId, row.AccountId, row.Id, EventTypes.OfPin(row.Status), new { pin = Pin.From(row, null, null) },
                row.CallbackUrl is null ? null : new Callback(row.CallbackUrl, row.CallbackKeyId!)),
            now);
    }

    /// <summary>Lets go of what the pin was to be made of. A failed pin may be tried again and keeps its bytes; one that is unconfirmed may have to be sent again.</summary>
    private static void Release(Sql sql, PinRow row, DateTimeOffset now)
    {
        if (row.Status == PinStatus.Unconfirmed) return;
        if (row.Status != PinStatus.Failed) sql.Execute("delete from pin_images where pin_id = @Id", row);
        sql.Execute("delete from videos where pin_id = @Id", row);
        AssetReferences.Release(sql, row.Id, now);
    }
}
