using Connector.Accounts;
using Connector.Pins.View;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins.Lifecycle;

/// <summary>Events about final statuses and of pins that await approval, each in the transaction of the transition it reports.</summary>
internal static class PinEvents
{
    /// <summary>Writes the event of a pin whose status is final.</summary>
    public static void Write(Sql sql, PinRow row, DateTimeOffset now) => Write(sql, row, waiting: null, CallbackOf(row), now);

    /// <summary>Writes the event of a pin that awaits approval now; its callback is for its final status.</summary>
    public static void WriteAwaiting(Sql sql, PinRow row, DateTimeOffset now) =>
        Write(sql, row, WaitingReason.ForApproval, callback: null, now);

    /// <summary>Replaces the callback: it is called when the status becomes final, or now if it is.</summary>
    public static void CallBack(Sql sql, PinRow row, Callback callback, DateTimeOffset now)
    {
        sql.Execute(
            "update pins set callback_url = @Url, callback_key_id = @KeyId where id = @Id",
            new { row.Id, callback.Url, callback.KeyId });
        if (!PinStatus.IsFinal(row.Status)) return;

        if (Outbox.Last(sql, row.Id, EventTypes.OfPin(row.Status)) is { } last) Outbox.Deliver(sql, last, null, callback);
        else Write(sql, row with { CallbackUrl = callback.Url, CallbackKeyId = callback.KeyId }, now);
    }

    private static void Write(Sql sql, PinRow row, WaitingFor? waiting, Callback? callback, DateTimeOffset now) => Outbox.Write(
        sql,
        new NewEvent(
            row.WorkspaceId, row.AccountId, row.Id, EventTypes.OfPin(row.Status),
            new { pin = Pin.From(row, AccountStore.IsSimulated(sql, row.AccountId), waiting) }, callback),
        now);

    private static Callback? CallbackOf(PinRow row) => row.CallbackUrl is null ? null : new Callback(row.CallbackUrl, row.CallbackKeyId!);
}
