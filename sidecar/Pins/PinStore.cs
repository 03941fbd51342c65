using Connector.Assets;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pins.Rows;
using Connector.Pins.View;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins;

/// <summary>Pins, as their callers see them; what happens while one is published is <c>Publishing</c>'s.</summary>
internal sealed class PinStore(Database database, TimeProvider clock)
{
    public PinRow? Find(string id) => database.Read(sql => sql.Find<PinRow>("select * from pins where id = @id", new { id }));

    public PinRow Get(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(row.AccountId) ? row : throw Problems.NotFound("pin", id);

    public PinRow? FindByKey(string workspaceId, string key) => database.Read(sql => sql.Find<PinRow>(
        "select * from pins where workspace_id = @workspaceId and idempotency_key = @key", new { workspaceId, key }));

    /// <summary>Stores new pins in one commit; for each that, or the one that has its idempotency key already.</summary>
    public Task<List<(PinRow Row, bool IsNew)>> AddAsync(IReadOnlyList<(PinRow Row, PinImage? Image)> pins) =>
        database.WriteAsync(sql => pins.Select(pin => Add(sql, pin.Row, pin.Image)).ToList());

    public List<PinRow> List(PinFilter filter, int limit, string? cursor) => database.Read(sql =>
    {
        var rows = new Dapper.DynamicParameters(filter);
        rows.Add("cursor", cursor);
        rows.Add("rows", limit + 1);
        return sql.Query<PinRow>($"select * from pins where {filter.Where} and (@cursor is null or id < @cursor) order by id desc limit @rows", rows);
    });

    /// <summary>Changes a pin that still waits; null when it no longer does.</summary>
    public Task<PinRow?> EditAsync(string id, Func<PinRow, PinRow> edit)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var row = sql.Find<PinRow>("select * from pins where id = @id", new { id });
            if (row is null || !PinStatus.IsWaiting(row.Status)) return null;

            var edited = edit(row) with { UpdatedAt = now };
            sql.Execute(
                """
                update pins set board_id = @BoardId, board_section_id = @BoardSectionId, title = @Title, description = @Description, alt_text = @AltText,
                    link_url = @LinkUrl, link_domain = @LinkDomain, dominant_color = @DominantColor, media_url = @MediaUrl, asset_id = @AssetId, metadata = @Metadata, publish_at = @PublishAt,
                    due_at = @DueAt, priority = @Priority, place_at = @PlaceAt, status = @Status, wait_code = @WaitCode, wait_message = @WaitMessage, updated_at = @UpdatedAt
                where id = @Id
                """,
                edited);
            if (edited.MediaUrl == row.MediaUrl) return edited;

            // Another picture: the bytes that came before are not needed any more.
            sql.Execute("delete from pin_images where pin_id = @id", new { id });
            AssetReferences.Release(sql, id, now);
            return edited;
        });
    }

    /// <summary>Calls somebody else back when the pin ends, or now if it has.</summary>
    public Task CallBackAsync(string id, Callback callback)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            if (sql.Find<PinRow>("select * from pins where id = @id", new { id }) is { } row) PinEvents.CallBack(sql, row, callback, now);
        });
    }

    /// <summary>Takes a waiting pin back; null when it no longer waits.</summary>
    public Task<PinRow?> CancelAsync(string id) => MoveAsync(
        id, "status in ('awaiting_approval', 'scheduled', 'queued')", "status = 'canceled', wait_code = null, wait_message = null",
        then: (sql, now) => PinEvents.Ended(sql, id, now));

    /// <summary>Queues a failed pin again with all its tries, a video to be uploaded anew; null when it has not failed.</summary>
    public Task<PinRow?> RetryAsync(string id) => MoveAsync(
        id, "status = 'failed'",
        $"status = 'queued', due_at = @now, tries_left = {PinRules.Tries}, media_id = null, error_code = null, error_message = null, error_remediation = null, retryable = null",
        then: (sql, _) => UseAssets(sql, sql.Find<PinRow>("select * from pins where id = @id", new { id })!));

    /// <summary>Writes down what a person found out about an unconfirmed pin; null when it is not unconfirmed.</summary>
    /// <exception cref="Http.ProblemException">Another pin of ours is that pin on Pinterest.</exception>
    public Task<PinRow?> ResolveAsync(PinRow pin, string? pinterestPinId)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var args = new { pin.Id, pin.AccountId, pinterestPinId, now };
            if (pinterestPinId is not null && sql.Find<string>("select id from pins where account_id = @AccountId and pinterest_pin_id = @pinterestPinId", args) is { } owner)
                throw PinProblems.AlreadyOurs(pinterestPinId, owner);

            var to = pinterestPinId is null
                ? $"{PinRules.DueAgain}, tries_left = {PinRules.Tries}"
                : "status = 'published', pinterest_pin_id = @pinterestPinId, published_at = @now";
            var moved = sql.Execute(
                $"update pins set {to}, error_code = null, error_message = null, error_remediation = null, retryable = null, updated_at = @now where id = @Id and status = 'unconfirmed'",
                args);
            if (moved == 0) return null;

            foreach (var (id, evidence) in sql.Query<(string, string?)>("select id, evidence from attempts where pin_id = @Id and outcome = 'unknown' and coalesce(conclusion, '') <> 'absent'", args))
                sql.Execute("update attempts set conclusion = 'resolved', evidence = @evidence where id = @id", new { id, evidence = BoardLookup.WithoutForeignPins(evidence, pinterestPinId) });
            // It names the pins that it might have been, which are somebody else's.
            Outbox.Forget(sql, pin.Id, EventTypes.OfPin(PinStatus.Unconfirmed));
            PinEvents.Ended(sql, pin.Id, now);
            return sql.Find<PinRow>("select * from pins where id = @Id", args);
        });
    }

    /// <summary>Forgets a pin. What its attempts spent stays counted.</summary>
    public Task ForgetAsync(string id) => database.WriteAsync(sql =>
    {
        sql.Execute(
            "insert into calls (account_id, category, ended_at) select account_id, 'org_write', ended_at from attempts where pin_id = @id and outcome <> 'not_sent'",
            new { id });
        Outbox.Forget(sql, id);
        sql.Execute("delete from pins where id = @id", new { id });
    });

    /// <summary>Forgets pins whose status became final before that time, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql => sql.Execute(
        """
        delete from pins where id in (
            select id from pins where status in ('published', 'failed', 'unconfirmed', 'canceled') and updated_at < @before order by updated_at limit @batch)
        """,
        new { before, batch }));

    private static (PinRow Row, bool IsNew) Add(Sql sql, PinRow row, PinImage? image)
    {
        if (!PinInsert.Run(sql, row))
        {
            return (sql.Find<PinRow>(
                "select * from pins where workspace_id = @WorkspaceId and idempotency_key = @IdempotencyKey", row)!, false);
        }

        UseAssets(sql, row);
        if (image is not null)
            sql.Execute("insert into pin_images (pin_id, content_type, bytes) values (@Id, @ContentType, @Bytes)", new { row.Id, image.ContentType, image.Bytes });
        return (row, true);
    }

    private static void UseAssets(Sql sql, PinRow row)
    {
        foreach (var assetId in PinContent.From(row).Assets) AssetReferences.Add(sql, assetId, row.Id);
    }

    private Task<PinRow?> MoveAsync(string id, string from, string to, Action<Sql, DateTimeOffset>? then = null)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            if (sql.Execute($"update pins set {to}, updated_at = @now where id = @id and {from}", new { id, now }) == 0) return null;
            then?.Invoke(sql, now);
            return sql.Find<PinRow>("select * from pins where id = @id", new { id });
        });
    }
}
