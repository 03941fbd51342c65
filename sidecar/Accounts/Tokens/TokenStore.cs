using Connector.Accounts.Changes;
using Connector.Common;
using Connector.Http;
using Connector.Pacing;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts.Tokens;

/// <summary>Stores an account's tokens, sealed: when it is connected, and each time they are renewed.</summary>
internal sealed class TokenStore(
    Database database, AccountCache known, TokenVault vault, AccountChanges changes, AccountEvents events, AccountLog log, PaceLedger pace,
    TimeProvider clock)
{
    private const string Upsert =
        """
        insert into accounts
            (id, workspace_id, name, environment, pinterest_user_id, username, account_type, status, scopes, created_at, updated_at)
        values (@id, @WorkspaceId, coalesce(@name, @Username), @wire, @userId, @Username, @AccountType, 'active', '', @now, @now)
        on conflict (id) do update set
            name = coalesce(@name, accounts.name), username = excluded.username, account_type = excluded.account_type,
            deleted_at = null, updated_at = @now,
            status = case when @heals then 'active' else accounts.status end,
            held_code = case when @heals then null else accounts.held_code end,
            held_reason = case when @heals then null else accounts.held_reason end,
            held_until = case when @heals then null else accounts.held_until end
        """;

    /// <summary>Accounts whose token should be renewed by now.</summary>
    public List<AccountRow> DueForRefresh(DateTimeOffset now) => database.Read(sql => sql.Query<AccountRow>(
        """
        select * from accounts
        where refresh_due_at <= @now and (refresh_token is not null or granted_by = 'client_credentials')
          and status <> 'reconnect_required' and deleted_at is null
        """,
        new { now }));

    /// <summary>Adds an account, or renews the one of the same Pinterest user; a hold that a new token ends is ended.</summary>
    /// <exception cref="ProblemException">The caller is limited to accounts, and this is none of those.</exception>
    public async Task<(AccountRow Row, bool IsNew)> ConnectAsync(
        Caller caller, string? name, PinterestEnvironment environment, UserAccount user, AccountTokens tokens)
    {
        var now = clock.GetUtcNow();
        var wire = environment.Wire();
        var (before, after) = await known.ForgetAfterAsync(database.WriteAsync(sql =>
        {
            var before = sql.Find<AccountRow>(
                "select * from accounts where workspace_id = @WorkspaceId and environment = @wire and pinterest_user_id = @Id",
                new { caller.WorkspaceId, wire, user.Id });
            if (caller.AccountIds is not null && (before is not { DeletedAt: null } || !caller.MaySee(before.Id)))
                throw AccountProblems.KeyIsLimited();
            var id = before?.Id ?? Id.New("acc_", now);
            var heals = before is not null && AccountHold.EndsWithNewToken(before);
            sql.Execute(
                Upsert, new { id, caller.WorkspaceId, name, wire, userId = user.Id, user.Username, user.AccountType, heals, now });
            Store(sql, id, tokens, now);
            var after = AccountStore.Current(sql, id);
            events.Changed(sql, before, after, now);
            return (before, after);
        }));
        if (before is null) log.Connected(after);
        else log.Changed(before, after);
        if (before is not null && before.AppId != after.AppId) pace.ForgetApps();
        changes.Raise(after.Id);
        return (after, before is null);
    }

    /// <summary>Stores a renewed pair, unless another one was stored in the meantime; then that one stays.</summary>
    public Task<AccountRow> RenewAsync(AccountRow old, AccountTokens tokens)
    {
        var now = clock.GetUtcNow();
        // Pinterest has revoked the old refresh token: without the new one the account would have to be connected again.
        return known.ForgetAfterAsync(database.WriteSurelyAsync(
            sql =>
            {
                if (AccountStore.Current(sql, old.Id).TokenVersion == old.TokenVersion) Store(sql, old.Id, tokens, now);
                return AccountStore.Current(sql, old.Id);
            },
            clock));
    }

    /// <summary>
    /// Takes the right to renew the token, so that of several processes one does; false while another has it, or the token is not the given
    /// one any more. Whoever dies meanwhile has it for that long.
    /// </summary>
    public Task<bool> MayRenewAsync(AccountRow row, string renewer, TimeSpan longest)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql => sql.Execute(
            """
            update accounts set refreshing_by = @renewer, refreshing_until = @until
            where id = @Id and token_version = @TokenVersion
              and (refreshing_by is null or refreshing_by = @renewer or refreshing_until < @now)
            """,
            new { row.Id, row.TokenVersion, renewer, now, until = now + longest }) == 1);
    }

    /// <summary>It was renewed, or could not be: the next may try.</summary>
    public Task EndRenewalAsync(AccountRow row, string renewer) => database.WriteAsync(sql => sql.Execute(
        "update accounts set refreshing_by = null, refreshing_until = null where id = @Id and refreshing_by = @renewer",
        new { row.Id, renewer }));

    private void Store(Sql sql, string id, AccountTokens tokens, DateTimeOffset now) => sql.Execute(
        """
        update accounts set access_token = @access, refresh_token = @refresh, scopes = @Scopes, token_version = token_version + 1,
            access_token_expires_at = @AccessExpiresAt, refresh_token_expires_at = @RefreshExpiresAt, refresh_due_at = @RefreshDueAt,
            app_id = coalesce(@AppId, case when @GrantedBy = 'tokens' then app_id end), granted_by = @GrantedBy, warned_days = @warned,
            updated_at = @now
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
            tokens.AppId,
            tokens.GrantedBy,
            warned = ReconnectWarning.Stage(tokens.EndAt, now),
        });
}
