using Connector.Accounts.Changes;
using Connector.Http;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts;

/// <summary>Connected accounts: reads them, changes their settings, holds, resumes and disconnects them.</summary>
internal sealed class AccountStore(
    Database database, AccountCache known, AccountChanges changes, AccountEvents events,
    IEnumerable<IAccountTransitionHandler> handlers, AccountLog log, TimeProvider clock)
{
    public AccountRow? Find(string id) => known.Find(id, unknown =>
        database.Read(sql => sql.Find<AccountRow>("select * from accounts where id = @unknown and deleted_at is null", new { unknown })));

    public AccountRow Get(Caller caller, string id) =>
        Seen(caller, id) ?? throw Problems.AccountNotFound(id);

    /// <summary>Null when the caller sees no such account.</summary>
    public AccountRow? Seen(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(id) ? row : null;

    public List<AccountRow> List(Caller caller)
    {
        var all = database.Read(sql => sql.Query<AccountRow>(
            "select * from accounts where workspace_id = @WorkspaceId and deleted_at is null order by id desc",
            new { caller.WorkspaceId }));
        return all.FindAll(row => caller.MaySee(row.Id));
    }

    public bool Any() => database.Read(sql =>
        sql.Prepared("select 1 from accounts limit 1").Find(row => row.Number(0))) is not null;

    public bool Any(PinterestEnvironment environment) => database.Read(sql => sql.Find<long?>(
        "select 1 from accounts where environment = @wire and deleted_at is null limit 1", new { wire = environment.Wire() })) is not null;

    public async Task<AccountRow> UpdateAsync(AccountRow row, UpdateAccountRequest change)
    {
        var updated = row with
        {
            Name = change.Name ?? row.Name,
            Settings = change.Settings is null ? row.Settings : change.Settings.ApplyTo(AccountSettings.From(row)).Store(),
        };
        var now = clock.GetUtcNow();
        await ChangeAsync(sql => sql.Execute(
            "update accounts set name = @Name, settings = @Settings, updated_at = @now where id = @Id",
            new { updated.Id, updated.Name, updated.Settings, now }));
        return updated;
    }

    /// <summary>The account waits to be connected again, unless its token was replaced since the given row was read.</summary>
    public Task<AccountRow> LoseTokenAsync(AccountRow row, string reason)
    {
        var hold = new AccountHold(AccountStatus.ReconnectRequired, reason, null);
        return StopAsync(row, AccountStatus.ReconnectRequired, hold, "token_version = @TokenVersion");
    }

    /// <summary>Stops publishing for an account, unless it must be connected again; nothing that waits fails.</summary>
    public Task<AccountRow> HoldAsync(AccountRow row, AccountHold hold) =>
        StopAsync(row, AccountStatus.Held, hold, "status <> 'reconnect_required'");

    /// <summary>
    /// Lets an account publish again; <paramref name="andLinks"/>, when a person asks, also lets pins to blocked domains be tried again.
    /// By itself it ends only the hold that the given row has: a person may have held the account meanwhile.
    /// </summary>
    public async Task<AccountRow> ResumeAsync(AccountRow row, bool andLinks)
    {
        var now = clock.GetUtcNow();
        var (before, after) = await ChangeAsync(sql =>
        {
            var before = Current(sql, row.Id);
            sql.Execute(
                """
                update accounts set status = 'active', held_code = null, held_reason = null, held_until = null, updated_at = @now
                where id = @Id and (@byPerson or (status = 'held' and held_code = @HeldCode))
                """,
                new { row.Id, row.HeldCode, byPerson = andLinks, now });
            var after = Current(sql, row.Id);
            events.Changed(sql, before, after, now);
            foreach (var handler in andLinks ? handlers : []) handler.Resumed(sql, row.Id, now);
            return (before, after);
        });
        log.Changed(before, after, byItself: !andLinks);
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
                update accounts set access_token = null, refresh_token = null, refresh_due_at = null, token_version = token_version + 1,
                    status = 'reconnect_required', held_code = 'reconnect_required', held_reason = 'The account was disconnected.',
                    held_until = null, deleted_at = @now, updated_at = @now
                where id = @Id
                """,
                new { row.Id, now });
            foreach (var handler in handlers) handler.Deleted(sql, row.Id, now);
            return true;
        });
        log.Disconnected(row);
        changes.Raise(row.Id);
    }

    /// <summary>Another process has changed accounts.</summary>
    public void ForgetKnown() => known.Forget();

    /// <summary>Changes accounts and empties the cache.</summary>
    internal Task<T> ChangeAsync<T>(Func<Sql, T> change) => known.ForgetAfterAsync(database.WriteAsync(change));

    /// <summary>The row as the transaction sees it, deleted or not.</summary>
    internal static AccountRow Current(Sql sql, string id) => sql.Find<AccountRow>("select * from accounts where id = @id", new { id })!;

    /// <summary>Whether an account is of the simulator; also one that was disconnected.</summary>
    public bool IsSimulated(string id) => Find(id) is { } row
        ? row.Environment == PinterestEnvironment.Simulator
        : database.Read(sql => IsSimulated(sql, id));

    /// <inheritdoc cref="IsSimulated(string)"/>
    internal static bool IsSimulated(Sql sql, string id) =>
        sql.Prepared("select environment from accounts where id = $1").Bind(id).Find(row => row.Text(0)) == "simulator";

    /// <summary>Whether the account is there and has that status, as the transaction sees it.</summary>
    internal static bool Has(Sql sql, string id, string status) =>
        sql.Prepared("select 1 from accounts where id = $1 and status = $2 and deleted_at is null").Bind(id).Bind(status)
            .Find(row => row.Number(0)) is not null;

    /// <summary>Whether the account was disconnected, as the transaction sees it.</summary>
    internal static bool IsDeleted(Sql sql, string id) =>
        sql.Find<long>("select count(*) from accounts where id = @id and deleted_at is not null", new { id }) == 1;

    private async Task<AccountRow> StopAsync(AccountRow row, string status, AccountHold hold, string condition)
    {
        var now = clock.GetUtcNow();
        var (before, current) = await ChangeAsync(sql =>
        {
            var before = Current(sql, row.Id);
            sql.Execute(
                $"""
                update accounts set status = @status, held_code = @Code, held_reason = @Reason, held_until = @Until, updated_at = @now
                where id = @Id and {condition}
                """,
                new { row.Id, row.TokenVersion, status, hold.Code, hold.Reason, hold.Until, now });
            var after = Current(sql, row.Id);
            events.Changed(sql, before, after, now);
            return (before, after);
        });
        log.Changed(before, current);
        changes.Raise(row.Id);
        return current;
    }
}
