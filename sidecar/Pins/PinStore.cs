using Connector.Http;
using Connector.Pacing;
using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Pins.Rows;
using Connector.Pins.View;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins;

/// <summary>Reads and changes pins for their callers; publishing changes them in <c>Connector.Publishing</c>.</summary>
internal sealed class PinStore(Database database, PinTransitions transitions, TimeProvider clock)
{
    public PinRow? Find(string id) => database.Read(sql => Find(sql, id));

    /// <summary>The pin, when the caller sees its account.</summary>
    public PinRow? Find(Caller caller, string id) => database.Read(sql => Find(sql, caller, id));

    public PinRow Get(Caller caller, string id) => database.Read(sql => Get(sql, caller, id));

    /// <summary>The same in the caller's transaction.</summary>
    public static PinRow Get(Sql sql, Caller caller, string id) => Find(sql, caller, id) ?? throw Problems.NotFound("pin", id);

    /// <summary>The account's pin that has the idempotency key; also of an account that was disconnected since.</summary>
    public PinRow? FindByKey(Caller caller, string accountId, string key) => database.Read(sql => sql
        .Prepared($"select {PinReader.Columns} from pins where account_id = $1 and idempotency_key = $2 and workspace_id = $3")
        .Bind(accountId).Bind(key).Bind(caller.WorkspaceId)
        .Find(PinReader.Read)) is { } row && caller.MaySee(accountId) ? row : null;

    /// <summary>The pins that have the idempotency key in any account that the caller may see, the oldest first.</summary>
    public List<PinRow> ListByKey(Caller caller, string key) => database.Read(sql => sql.Query<PinRow>(
        """
        select * from pins
        where account_id in (select id from accounts where workspace_id = @WorkspaceId) and idempotency_key = @key
        order by id
        """,
        new { key, caller.WorkspaceId })).FindAll(row => caller.MaySee(row.AccountId));

    /// <summary>The pins of an account that are these on Pinterest: our ids, and their ad accounts, by Pinterest's.</summary>
    public IReadOnlyDictionary<string, (string Id, string? AdAccountId)> IdsOf(string accountId, IReadOnlyList<string> pinterestPinIds) =>
        database.Read(sql => sql.Query<(string PinterestPinId, string Id, string? AdAccountId)>(
            "select pinterest_pin_id, id, ad_account_id from pins where account_id = @accountId and pinterest_pin_id in @pinterestPinIds",
            new { accountId, pinterestPinIds })).ToDictionary(pin => pin.PinterestPinId, pin => (pin.Id, pin.AdAccountId));

    /// <summary>The bytes that came with the pin; null when none did, or they are not needed any more.</summary>
    public PinImage? Image(string pinId) =>
        database.Read(sql => sql.Find<PinImage>("select content_type, bytes from pin_images where pin_id = @pinId", new { pinId }));

    /// <summary>Stores new pins in one commit; for each that, or the one that has its idempotency key already.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="beside">What else is written in that commit.</param>
    public async Task<IReadOnlyList<StoredPin>> AddAsync(
        IReadOnlyList<(PinRow Row, PinImage? Image)> pins, Action<Sql, IReadOnlyList<StoredPin>>? beside = null)
    {
        if (beside is null && pins is [(var only, null)] && AddedPins.IsPlain(only))
            return [await database.WriteTogetherAsync(AddedPins.AddPlain, only)];

        return await database.WriteAsync(
            sql =>
            {
                var stored = AddedPins.Add(sql, pins);
                beside?.Invoke(sql, stored);
                return stored;
            },
            WriteKind.Accept);
    }

    public List<PinRow> List(PinFilter filter, int limit, string? cursor) => database.Read(sql =>
    {
        var args = new Dapper.DynamicParameters(filter);
        args.Add("cursor", cursor);
        args.Add("rows", limit + 1);
        return sql.Query<PinRow>(filter.Page(cursor is not null), args);
    });

    /// <summary>Changes a pin that still waits; null when it no longer does.</summary>
    public Task<PinRow?> EditAsync(string id, Func<PinRow, PinRow> edit, bool awaitsApproval = false)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            if (Find(sql, id) is not { } row || !PinStatus.IsWaiting(row.Status)) return null;

            var edited = edit(row) with { UpdatedAt = now };
            if (edited.MediaUrl != row.MediaUrl) PinFiles.Replace(sql, id, now);
            return transitions.Edit(sql, row, edited, awaitsApproval, now);
        });
    }

    /// <summary>Keeps what a change on Pinterest made of a published pin; null when it was forgotten meanwhile.</summary>
    public Task<PinRow?> KeepEditAsync(string id, Func<PinRow, PinRow> edit)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            if (Find(sql, id) is not { } row) return null;
            var edited = edit(row);
            if (edited == row) return row;
            PinStatement.Edit.Run(sql, edited = edited with { UpdatedAt = now });
            return edited;
        });
    }

    /// <summary>Replaces the callback: it is called when the pin's status becomes final, or now if it is.</summary>
    public Task CallBackAsync(string id, Callback callback)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            if (Find(sql, id) is { } row) PinEvents.CallBack(sql, row, callback, now);
        });
    }

    /// <summary>Cancels a waiting pin; null when it no longer waits.</summary>
    public Task<PinRow?> CancelAsync(string id) => MoveAsync((sql, now) => transitions.Cancel(sql, id, now));

    /// <summary>Queues a failed pin again with all its tries, a video to be uploaded anew; null when it has not failed.</summary>
    public Task<PinRow?> RetryAsync(string id) => MoveAsync((sql, now) => PinTransitions.Retry(sql, id, now));

    /// <summary>Writes down what a person found out about an unconfirmed pin; null when it is not unconfirmed.</summary>
    /// <exception cref="ProblemException">Another pin of ours is that pin on Pinterest.</exception>
    public Task<PinRow?> ResolveAsync(PinRow pin, string? pinterestPinId) =>
        MoveAsync((sql, now) => transitions.Resolve(sql, pin, pinterestPinId, now));

    /// <summary>Forgets a pin. What its attempts spent stays counted.</summary>
    public Task ForgetAsync(string id) => database.WriteAsync(sql =>
    {
        foreach (var (accountId, endedAt) in AttemptStore.Counted(sql, id))
            PaceStore.Count(sql, accountId, PublishedLimits.OrgWrite, endedAt);
        Outbox.Forget(sql, id);
        sql.Execute("delete from pins where id = @id", new { id });
    });

    /// <summary>Forgets pins whose status became final before that time, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql => sql.Execute(
        $"""
        delete from pins where id in (
            select id from pins where status in {PinStatusSets.Final} and updated_at < @before order by updated_at limit @batch)
        """,
        new { before, batch }));

    private static PinRow? Find(Sql sql, Caller caller, string id) =>
        Find(sql, id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(row.AccountId) ? row : null;

    private static PinRow? Find(Sql sql, string id) => PinReader.Find(sql, id);

    private Task<PinRow?> MoveAsync(Func<Sql, DateTimeOffset, PinRow?> transition)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql => transition(sql, now));
    }
}

/// <summary>A pin that is on disk.</summary>
/// <param name="Row">The new pin, or the one that has its idempotency key already.</param>
/// <param name="IsNew">Whether it is the new one.</param>
/// <param name="Recent">What its board got lately.</param>
internal sealed record StoredPin(PinRow Row, bool IsNew, IReadOnlyList<PublishedPin> Recent);
