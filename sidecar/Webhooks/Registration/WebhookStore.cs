using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Deliveries;

namespace Connector.Webhooks.Registration;

/// <summary>Reads and writes webhooks.</summary>
internal sealed class WebhookStore(Database database, TimeProvider clock)
{
    // Each event is compared with all webhooks of its workspace.
    private const int Most = 200;

    public WebhookRow Get(Caller caller, string id) =>
        database.Read(sql => Find(sql, id)) is { } row && row.IsSeenBy(caller) ? row : throw Problems.NotFound("webhook", id);

    public List<WebhookRow> List(Caller caller) => database.Read(sql => List(sql, caller));

    /// <summary>
    /// Adds the webhook of an address, or changes the one that keys of the same accounts have; the delegate composes the row from that one,
    /// if any. What other keys have at the address stays, and is not told.
    /// </summary>
    public Task<(WebhookRow Row, bool IsNew)> PutAsync(Caller caller, string url, Func<WebhookRow?, DateTimeOffset, WebhookRow> compose)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var known = At(sql, caller.WorkspaceId, caller.BoundTo, url);
            if (known is null && Count(sql, caller) >= Most) throw WebhookProblems.TooMany(Most);

            var row = compose(known, now);
            Change(sql, known, row, now);
            return (row, known is null);
        });
    }

    public Task<WebhookRow> ChangeAsync(WebhookRow row, Func<WebhookRow, WebhookRow> change)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var before = Find(sql, row.Id) ?? throw Problems.NotFound("webhook", row.Id);
            var changed = change(before) with { UpdatedAt = now };
            if (At(sql, changed.WorkspaceId, changed.Scope, changed.Url) is { } other && other.Id != row.Id)
                throw WebhookProblems.SameAddress(other.Id);
            Change(sql, before, changed, now);
            return changed;
        });
    }

    /// <summary>Deletes a webhook with its deliveries.</summary>
    public Task DeleteAsync(WebhookRow row) =>
        database.WriteAsync(sql => sql.Execute("delete from webhooks where id = @Id", new { row.Id }));

    public static WebhookRow? Find(Sql sql, string id) => sql.Find<WebhookRow>("select * from webhooks where id = @id", new { id });

    public static List<WebhookRow> List(Sql sql, Caller caller) => sql
        .Query<WebhookRow>("select * from webhooks where workspace_id = @WorkspaceId order by id desc", new { caller.WorkspaceId })
        .FindAll(row => row.IsSeenBy(caller));

    public static void Write(Sql sql, WebhookRow row) => sql.Execute(
        """
        insert into webhooks (id, workspace_id, scope, url, description, events, account_ids, secret, previous_secret,
            previous_secret_until, status, disabled_reason, failing_since, created_at, updated_at)
        values (@Id, @WorkspaceId, @Scope, @Url, @Description, @Events, @AccountIds, @Secret, @PreviousSecret, @PreviousSecretUntil,
            @Status, @DisabledReason, @FailingSince, @CreatedAt, @UpdatedAt)
        on conflict (id) do update set scope = excluded.scope, url = excluded.url, description = excluded.description,
            events = excluded.events, account_ids = excluded.account_ids, secret = excluded.secret,
            previous_secret = excluded.previous_secret, previous_secret_until = excluded.previous_secret_until,
            status = excluded.status, disabled_reason = excluded.disabled_reason, failing_since = excluded.failing_since,
            updated_at = excluded.updated_at
        """,
        row);

    private static void Change(Sql sql, WebhookRow? before, WebhookRow after, DateTimeOffset now)
    {
        Write(sql, after);
        if (after.Status == WebhookRow.Disabled) WebhookHealth.GiveUp(sql, after.Id, now);
        if (before is not null && before.AccountIds != after.AccountIds) WebhookHealth.GiveUpOthers(sql, after, now);
    }

    // Keys that see other accounts have a limit of their own: they must neither use up this one nor learn how many there are.
    private static long Count(Sql sql, Caller caller) => sql.Find<long>(
        "select count(*) from webhooks where workspace_id = @WorkspaceId and coalesce(scope, '*') = coalesce(@BoundTo, '*')",
        new { caller.WorkspaceId, caller.BoundTo });

    private static WebhookRow? At(Sql sql, string workspaceId, string? scope, string url) => sql.Find<WebhookRow>(
        "select * from webhooks where workspace_id = @workspaceId and url = @url and coalesce(scope, '*') = coalesce(@scope, '*')",
        new { workspaceId, scope, url });
}
