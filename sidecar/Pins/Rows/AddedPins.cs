using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>Adds pins, each statement for all of them before the next: where it is a way to a server, that makes few.</summary>
internal static class AddedPins
{
    /// <summary>Adds pins of many callers that are plain; one delegate, by which storage knows that it may do them together.</summary>
    public static readonly Func<Sql, IReadOnlyList<PinRow>, IReadOnlyList<StoredPin>> AddPlain =
        (sql, rows) => Add(sql, [.. rows.Select(row => (row, (PinImage?)null))]);

    /// <summary>Whether nothing but the pin and its metadata is written: no event, and nothing of a file.</summary>
    public static bool IsPlain(PinRow row) => !PinFiles.Has(row) && row.Status != PinStatus.AwaitingApproval;

    /// <summary>Adds them; for each that, or the one that has its idempotency key already.</summary>
    public static IReadOnlyList<StoredPin> Add(Sql sql, IReadOnlyList<(PinRow Row, PinImage? Image)> pins)
    {
        // Before the insert, after which nothing may fail: see PlainAccept.
        var recent = RecentPins.Before(sql, [.. pins.Select(pin => pin.Row)]);
        var isNew = PinStatement.Add(sql, [.. pins.Select(pin => pin.Row)]);
        List<StoredPin> stored = [.. pins.Select((pin, i) => isNew[i]
            ? new StoredPin(pin.Row, true, recent[(pin.Row.AccountId, pin.Row.BoardId)])
            : new StoredPin(Earlier(sql, pin.Row), false, []))];
        PinMetadata.Add(sql, stored.Where(pin => pin.IsNew).Select(pin => pin.Row));
        foreach (var (row, image) in pins.Where((_, i) => isNew[i]))
        {
            PinFiles.Use(sql, row);
            if (image is not null) PinFiles.Keep(sql, row, image);
            if (row.Status == PinStatus.AwaitingApproval) PinEvents.WriteAwaiting(sql, row, row.CreatedAt);
        }

        return stored;
    }

    private static PinRow Earlier(Sql sql, PinRow row) => sql.Find<PinRow>(
        "select * from pins where account_id = @AccountId and idempotency_key = @IdempotencyKey", row)!;
}
