using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Deliveries;

namespace Connector.Webhooks.Registration;

/// <summary>Reads and writes webhooks.</summary>
internal sealed class WebhookStore(Database database, TimeProvider clock)
{
    // Each event is compared with all webhooks of its workspace.
    private const int MostInWorkspace = 200;

    public WebhookRow Get(Caller caller, string id) =>
        database.Read(sql => Find(sql, id)) is { } row && row.WorkspaceId == caller.WorkspaceId && Sees(caller, row)
            ? row
            : throw Problems.NotFound("webhook", id);

    public List<WebhookRow> List(Caller caller) => database
        .Read(sql => sql.Query<WebhookRow>(
            "select * from webhooks where workspace_id = @WorkspaceId order by id desc", new { caller.WorkspaceId }))
        .FindAll(row => Sees(caller, row));

    /// <summary>
    /// Adds the webhook of an address, or changes the existing one; the delegate composes the row from the existing one, if any.
    /// </summary>
    public Task<(WebhookRow Row, bool IsNew)> PutAsync(Caller caller, string url, Func<WebhookRow?, DateTimeOffset, WebhookRow> compose)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var args = new { caller.WorkspaceId, url };
            var known = sql.Find<WebhookRow>("select * from webhooks where workspace_id = @WorkspaceId and url = @url", args);
            if (known is not null && !Sees(caller, known)) throw WebhookProblems.SameAddress(known.Id);
            if (known is null && sql.Find<long>("select count(*) from webhooks where workspace_id = @WorkspaceId", args) >= MostInWorkspace)
                throw WebhookProblems.TooMany(MostInWorkspace);

            var row = compose(known, now);
            Write(sql, row);
            return (row, known is null);
        });
    }

    public Task<WebhookRow> ChangeAsync(WebhookRow row, Func<WebhookRow, WebhookRow> change)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var changed = change(Find(sql, row.Id) ?? throw Problems.NotFound("webhook", row.Id)) with { UpdatedAt = now };
            if (sql.Find<string>(
                "select id from webhooks where workspace_id = @WorkspaceId and url = @Url and id <> @Id", changed) is { } other)
                throw WebhookProblems.SameAddress(other);
            Write(sql, changed);
            if (changed.Status == WebhookRow.Disabled) WebhookHealth.GiveUp(sql, row.Id, now);
            return changed;
        });
    }

    /// <summary>Deletes a webhook with its deliveries.</summary>
    public Task DeleteAsync(WebhookRow row) =>
        database.WriteAsync(sql => sql.Execute("delete from webhooks where id = @Id", new { row.Id }));

    /// <summary>Those of the accounts that the workspace does not have.</summary>
    public List<string> Unknown(string workspaceId, IReadOnlyList<string> accountIds) => [.. accountIds.Except(database.Read(sql =>
        sql.Query<string>(
            "select id from accounts where workspace_id = @workspaceId and deleted_at is null and id in @accountIds",
            new { workspaceId, accountIds })))];

    public static WebhookRow? Find(Sql sql, string id) => sql.Find<WebhookRow>("select * from webhooks where id = @id", new { id });

    public static void Write(Sql sql, WebhookRow row) => sql.Execute(
        """
        insert into webhooks (id, workspace_id, url, description, events, account_ids, secret, previous_secret, previous_secret_until,
            status, disabled_reason, failing_since, created_at, updated_at)
        values (@Id, @WorkspaceId, @Url, @Description, @Events, @AccountIds, @Secret, @PreviousSecret, @PreviousSecretUntil, @Status,
            @DisabledReason, @FailingSince, @CreatedAt, @UpdatedAt)
        on conflict (id) do update set url = excluded.url, description = excluded.description, events = excluded.events,
            account_ids = excluded.account_ids, secret = excluded.secret, previous_secret = excluded.previous_secret,
            previous_secret_until = excluded.previous_secret_until, status = excluded.status, disabled_reason = excluded.disabled_reason,
            failing_since = excluded.failing_since, updated_at = excluded.updated_at
        """,
        row);

    // A key limited to accounts sees only webhooks limited to those accounts.
    private static bool Sees(Caller caller, WebhookRow row) =>
        caller.AccountIds is null || (row.AccountIds is { } ids && ids.Split(' ').All(caller.MaySee));
}
