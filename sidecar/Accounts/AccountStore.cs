using Connector.Accounts.Changes;
using Connector.Accounts.Tokens;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts;

/// <summary>Connected accounts.</summary>
internal sealed class AccountStore(Database database, TokenVault vault, AccountChanges changes, CancelWaiting cancelWaiting, TimeProvider clock)
{
    private readonly AccountCache _known = new(clock);

    public AccountRow? Find(string id) => _known.Find(id, unknown =>
        database.Read(sql => sql.Find<AccountRow>("select * from accounts where id = @unknown and deleted_at is null", new { unknown })));

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
        var result = await ChangeAsync(sql =>
        {
            var wire = environment.ToString().ToLowerInvariant();
            var known = sql.Find<AccountRow>(
                "select * from accounts where workspace_id = @workspaceId and environment = @wire and pinterest_user_id = @Id",
                new { workspaceId, wire, user.Id });
            var id = known?.Id ?? Id.New("acc_", now);
            sql.Execute(
                """
                insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, account_type, status, scopes, created_at, updated_at)
                values (@id, @workspaceId, coalesce(@name, @Username), @wire, @userId, @Username, @AccountType, 'active', '', @now, @now)
                on conflict (id) do update set
                    name = coalesce(@name, accounts.name), username = excluded.username, account_type = excluded.account_type, deleted_at = null, updated_at = @now,
                    status = case when @heals then 'active' else accounts.status end,
                    held_code = case when @heals then null else accounts.held_code end,
                    held_reason = case when @heals then null else accounts.held_reason end,
                    held_until = case when @heals then null else accounts.held_until end
                """,
                new { heals = known is not null && AccountHold.EndsWithNewToken(known), id, workspaceId, name, wire, userId = user.Id, user.Username, user.AccountType, now });
            Store(sql, id, tokens, now);
            var row = sql.Find<AccountRow>("select * from accounts where id = @id", new { id })!;
            AccountEvents.Changed(sql, known, row, now);
            return (Row: row, IsNew: known is null);
        });
        changes.Raise(result.Row.Id);
        return result;
    }

    /// <summary>Stores a rotated pair, unless somebody else did in the meantime; then theirs stands.</summary>
    public Task<AccountRow> RenewAsync(AccountRow old, AccountTokens tokens)
    {
        var now = clock.GetUtcNow();
        // Pinterest has burnt the old refresh token: losing the new one would cost the account its connection.
        return AndForgetAsync(database.WriteSurelyAsync(sql =>
        {
            var current = sql.Find<AccountRow>("select * from accounts where id = @Id", new { old.Id })!;
            if (current.TokenVersion == old.TokenVersion) Store(sql, old.Id, tokens, now);
            return sql.Find<AccountRow>("select * from accounts where id = @Id", new { old.Id })!;
        }, clock));
    }

    public async Task<AccountRow> UpdateAsync(AccountRow row, UpdateAccountRequest change)
    {
        var updated = row with
        {
            Name = change.Name ?? row.Name,
            Settings = change.Settings is null ? row.Settings : change.Settings.ApplyTo(AccountSettings.From(row)).Store(),
        };
        var now = clock.GetUtcNow();
        await ChangeAsync(sql => sql.Execute(
            "update accounts set name = @Name, settings = @Settings, updated_at = @now where id = @Id", new { updated.Id, updated.Name, updated.Settings, now }));
        return updated;
    }

    /// <summary>The account waits to be connected again, unless its token was replaced since the given row was read.</summary>
    public Task<AccountRow> LoseTokenAsync(AccountRow row, string reason) =>
        StopAsync(row, AccountStatus.ReconnectRequired, new AccountHold(AccountStatus.ReconnectRequired, reason, null), "token_version = @TokenVersion");

    /// <summary>Stops an account's lane, unless it was stopped before; nothing that waits in it fails.</summary>
    public Task<AccountRow> HoldAsync(AccountRow row, AccountHold hold) =>
        StopAsync(row, AccountStatus.Held, hold, "status <> 'reconnect_required'");

    private async Task<AccountRow> StopAsync(AccountRow row, string status, AccountHold hold, string unless)
    {
        var now = clock.GetUtcNow();
        var current = await ChangeAsync(sql =>
        {
            var before = sql.Find<AccountRow>("select * from accounts where id = @Id", new { row.Id })!;
            sql.Execute(
                $"update accounts set status = @status, held_code = @Code, held_reason = @Reason, held_until = @Until, updated_at = @now where id = @Id and {unless}",
                new { row.Id, row.TokenVersion, status, hold.Code, hold.Reason, hold.Until, now });
            var after = sql.Find<AccountRow>("select * from accounts where id = @Id", new { row.Id })!;
            AccountEvents.Changed(sql, before, after, now);
            return after;
        });
        changes.Raise(row.Id);
        return current;
    }

    /// <summary>Lets an account publish again; <paramref name="andLinks"/> also lets pins to blocked domains be tried again.</summary>
    public async Task<AccountRow> ResumeAsync(AccountRow row, bool andLinks)
    {
        var now = clock.GetUtcNow();
        await ChangeAsync(sql =>
        {
            var before = sql.Find<AccountRow>("select * from accounts where id = @Id", new { row.Id });
            sql.Execute("update accounts set status = 'active', held_code = null, held_reason = null, held_until = null, updated_at = @now where id = @Id", new { row.Id, now });
            AccountEvents.Changed(sql, before, sql.Find<AccountRow>("select * from accounts where id = @Id", new { row.Id })!, now);
            if (!andLinks) return 0;
            sql.Execute("delete from link_holds where account_id = @Id", new { row.Id });
            return sql.Execute("update pins set due_at = @now, wait_code = null, wait_message = null where account_id = @Id and status = 'queued' and wait_code = 'link_hold'", new { row.Id, now });
        });
        changes.Raise(row.Id);
        return row with { Status = AccountStatus.Active, HeldCode = null, HeldReason = null, HeldUntil = null };
    }

    /// <summary>Wipes the tokens and cancels what waits; published pins keep their history.</summary>
    public async Task DeleteAsync(AccountRow row)
    {
        var now = clock.GetUtcNow();
        await ChangeAsync(sql =>
        {
            sql.Execute(
                """
                update accounts set access_token = null, refresh_token = null, refresh_due_at = null, token_version = token_version + 1, deleted_at = @now, updated_at = @now,
                    status = 'reconnect_required', held_code = 'reconnect_required', held_reason = 'The account was disconnected.', held_until = null
                where id = @Id
                """,
                new { row.Id, now });
            cancelWaiting(sql, row.Id, now);
            return true;
        });
        changes.Raise(row.Id);
    }

    /// <summary>Changes accounts; nobody remembers how they were.</summary>
    internal Task<T> ChangeAsync<T>(Func<Sql, T> change) => AndForgetAsync(database.WriteAsync(change));

    private async Task<T> AndForgetAsync<T>(Task<T> change)
    {
        try
        {
            return await change;
        }
        finally
        {
            _known.Forget();
        }
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
