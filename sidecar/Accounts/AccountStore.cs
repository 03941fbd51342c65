using Connector.Api;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts;

/// <summary>Connected accounts.</summary>
internal sealed class AccountStore(Database database, TokenVault vault, AccountChanges changes, TimeProvider clock)
{
    public AccountRow? Find(string id) =>
        database.Read(sql => sql.Find<AccountRow>("select * from accounts where id = @id and deleted_at is null", new { id }));

    public AccountRow Get(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(id) ? row : throw Problems.AccountNotFound(id);

    public List<AccountRow> List(Caller caller) => database.Read(sql => sql
            .Query<AccountRow>("select * from accounts where workspace_id = @WorkspaceId and deleted_at is null order by id desc", new { caller.WorkspaceId }))
        .FindAll(row => caller.MaySee(row.Id));

    public bool Any() => database.Read(sql => sql.Find<long>("select count(*) from accounts")) > 0;

    /// <summary>Accounts whose token should be exchanged by now.</summary>
    public List<AccountRow> DueForRefresh(DateTimeOffset now) => database.Read(sql => sql.Query<AccountRow>(
        "select * from accounts where refresh_due_at <= @now and refresh_token is not null and status <> 'reconnect_required' and deleted_at is null",
        new { now }));

    /// <summary>Adds an account, or renews the one of the same Pinterest user; a renewed one that needed it publishes again.</summary>
    public async Task<(AccountRow Row, bool IsNew)> ConnectAsync(string workspaceId, string? name, PinterestEnvironment environment, UserAccount user, AccountTokens tokens)
    {
        var now = clock.GetUtcNow();
        var result = await database.WriteAsync(sql =>
        {
            var wire = environment.ToString().ToLowerInvariant();
            var known = sql.Find<AccountRow>(
                "select * from accounts where workspace_id = @workspaceId and environment = @wire and pinterest_user_id = @Id",
                new { workspaceId, wire, user.Id });
            var id = known?.Id ?? Storage.Id.New("acc_", now);
            sql.Execute(
                """
                insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, account_type, status, scopes, created_at, updated_at)
                values (@id, @workspaceId, coalesce(@name, @Username), @wire, @userId, @Username, @AccountType, 'active', '', @now, @now)
                on conflict (id) do update set
                    name = coalesce(@name, accounts.name), username = excluded.username, account_type = excluded.account_type, deleted_at = null, updated_at = @now,
                    status = case when accounts.status = 'reconnect_required' then 'active' else accounts.status end,
                    held_reason = case when accounts.status = 'reconnect_required' then null else accounts.held_reason end
                """,
                new { id, workspaceId, name, wire, userId = user.Id, user.Username, user.AccountType, now });
            Store(sql, id, tokens, now);
            return (Row: sql.Find<AccountRow>("select * from accounts where id = @id", new { id })!, IsNew: known is null);
        });
        changes.Raise(result.Row.Id);
        return result;
    }

    /// <summary>Stores a rotated pair, unless somebody else did in the meantime; then theirs stands.</summary>
    public Task<AccountRow> RenewAsync(AccountRow old, AccountTokens tokens)
    {
        var now = clock.GetUtcNow();
        // Pinterest has burnt the old refresh token: losing the new one would cost the account its connection.
        return database.WriteSurelyAsync(sql =>
        {
            var current = sql.Find<AccountRow>("select * from accounts where id = @Id", new { old.Id })!;
            if (current.TokenVersion == old.TokenVersion) Store(sql, old.Id, tokens, now);
            return sql.Find<AccountRow>("select * from accounts where id = @Id", new { old.Id })!;
        }, clock);
    }

    public async Task<AccountRow> RenameAsync(AccountRow row, string name)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(sql => sql.Execute("update accounts set name = @name, updated_at = @now where id = @Id", new { row.Id, name, now }));
        return row with { Name = name };
    }

    /// <summary>The account waits to be connected again, unless its token was replaced since the given row was read.</summary>
    public async Task<AccountRow> LoseTokenAsync(AccountRow row, string reason)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(sql => sql.Execute(
            "update accounts set status = 'reconnect_required', held_reason = @reason, updated_at = @now where id = @Id and token_version = @TokenVersion",
            new { row.Id, row.TokenVersion, reason, now }));
        changes.Raise(row.Id);
        return row with { Status = AccountStatus.ReconnectRequired, HeldReason = reason };
    }

    /// <summary>Stops or restarts an account's lane; nothing that waits in it fails.</summary>
    public async Task<AccountRow> SetStatusAsync(AccountRow row, string status, string? reason)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(sql => sql.Execute(
            "update accounts set status = @status, held_reason = @reason, updated_at = @now where id = @Id",
            new { row.Id, status, reason, now }));
        changes.Raise(row.Id);
        return row with { Status = status, HeldReason = reason };
    }

    /// <summary>Wipes the tokens and cancels what waits; published pins keep their history.</summary>
    public async Task DeleteAsync(AccountRow row)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                update accounts set access_token = null, refresh_token = null, refresh_due_at = null, token_version = token_version + 1, deleted_at = @now, updated_at = @now,
                    status = 'reconnect_required', held_reason = 'The account was disconnected.'
                where id = @Id
                """,
                new { row.Id, now });
            sql.Execute(
                "update pins set status = 'canceled', wait_code = null, wait_message = null, updated_at = @now where account_id = @Id and status in ('awaiting_approval', 'scheduled', 'queued')",
                new { row.Id, now });
            sql.Execute("delete from pin_images where pin_id in (select id from pins where account_id = @Id and status = 'canceled')", new { row.Id });
        });
        changes.Raise(row.Id);
    }

    private void Store(Sql sql, string id, AccountTokens tokens, DateTimeOffset now) => sql.Execute(
        """
        update accounts set access_token = @access, refresh_token = @refresh, scopes = @Scopes, token_version = token_version + 1,
            access_token_expires_at = @AccessExpiresAt, refresh_token_expires_at = @RefreshExpiresAt, refresh_due_at = @RefreshDueAt, updated_at = @now
        where id = @id
        """,
        new
        {
            id,
            now,
            access = vault.Seal(id, "access_token", tokens.Access),
            refresh = tokens.Refresh is null ? null : vault.Seal(id, "refresh_token", tokens.Refresh),
            tokens.Scopes,
            tokens.AccessExpiresAt,
            tokens.RefreshExpiresAt,
            tokens.RefreshDueAt,
        });
}
