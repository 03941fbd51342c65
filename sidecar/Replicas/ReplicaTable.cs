using Connector.Storage;

namespace Connector.Replicas;

/// <summary>Who lives, and who works which account: the tables <c>replicas</c> and <c>lanes</c>, by the database's clock.</summary>
internal static class ReplicaTable
{
    /// <summary>Now, by the database.</summary>
    public const string Now = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    private const string IsAlive = $"alive_until > {Now}";

    public static void Join(Sql sql, string id, string name, ReplicaOptions options)
    {
        // Those that ended long ago were of use to people.
        sql.Execute($"delete from replicas where alive_until < {Now} - 3600000");
        sql.Execute(
            $"insert into replicas (id, name, started_at, seen_at, alive_until, most)"
                + $" values (@id, @name, {Now}, {Now}, {Now} + @milliseconds, @most)",
            new { id, name, milliseconds = (long)options.Lease.TotalMilliseconds, most = (long?)options.MostAccounts });
    }

    /// <summary>False when the others have given it up by now.</summary>
    public static bool Renew(Sql sql, string id, TimeSpan lease) => sql.Execute(
        $"update replicas set seen_at = {Now}, alive_until = {Now} + @milliseconds where id = @id and {IsAlive}",
        new { id, milliseconds = (long)lease.TotalMilliseconds }) == 1;

    public static void Leave(Sql sql, string id) => sql.Execute("delete from replicas where id = @id", new { id });

    /// <summary>Whether the replica works the account, under that number; nobody takes it over until the commit.</summary>
    public static bool Holds(Sql sql, string id, string accountId, long fence) => sql
        .Prepared(
            $"""
            select 1 from lanes l join replicas r on r.id = l.owner
            where l.account_id = $1 and l.owner = $2 and l.fence = $3 and r.{IsAlive}
            for update of l
            """)
        .Bind(accountId).Bind(id).Bind(fence)
        .Find(row => row.Number(0)) is not null;

    /// <summary>Takes those of the accounts that nobody alive works; returns them with their new numbers.</summary>
    /// <remarks>
    /// One that is locked waits for the next time: its replica may have died in the middle of a transaction, and whoever waited for the
    /// end of that would leave all of its own accounts alone for as long.
    /// </remarks>
    public static List<HeldAccount> Take(Sql sql, string id, IReadOnlyList<string> accountIds)
    {
        sql.Execute(
            """
            insert into lanes (workspace_id, account_id, owner, leased_until, fence)
            select workspace_id, id, '', 0, 0 from accounts where id in @accountIds order by id
            on conflict (account_id) do nothing
            """,
            new { accountIds });
        return sql.Query<HeldAccount>(
            $"""
            with free as (
                select l.account_id from lanes l
                where l.account_id in @accountIds and not exists (select 1 from replicas r where r.id = l.owner and r.{IsAlive})
                order by l.account_id
                for update of l skip locked
            )
            update lanes set owner = @id, fence = fence + 1
            where account_id in (select account_id from free) and exists (select 1 from replicas me where me.id = @id and me.{IsAlive})
            returning account_id, fence
            """,
            new { id, accountIds });
    }

    /// <summary>The accounts that the replica works.</summary>
    public static List<HeldAccount> Of(Sql sql, string id) =>
        sql.Query<HeldAccount>("select account_id, fence from lanes where owner = @id", new { id });

    /// <summary>Gives up an account of which nothing is under way; false when it is not ours, or something is.</summary>
    public static bool Release(Sql sql, string id, HeldAccount account) => sql.Execute(
        """
        update lanes set owner = '' where account_id = @AccountId and owner = @id and fence = @Fence
            and not exists (select 1 from attempts where account_id = @AccountId and outcome is null)
        """,
        new { account.AccountId, account.Fence, id }) == 1;

    public static Membership Read(Sql sql, int mostOrphans) => new(
        List(sql, onlyAlive: true),
        sql.Query<string>(
            $"""
            select a.id from accounts a
            where not exists (select 1 from lanes l join replicas r on r.id = l.owner where l.account_id = a.id and r.{IsAlive})
            order by a.id limit @mostOrphans
            """,
            new { mostOrphans }));

    /// <summary>The replicas, the oldest first.</summary>
    public static List<ReplicaRow> List(Sql sql, bool onlyAlive) => sql.Query<ReplicaRow>(
        $"""
        select r.id, r.name, r.started_at, r.seen_at, cast(r.{IsAlive} as integer) as is_alive,
            coalesce(r.most, 9223372036854775807) as most, (select count(*) from lanes l where l.owner = r.id) as accounts
        from replicas r {(onlyAlive ? $"where r.{IsAlive}" : "")} order by r.started_at, r.id
        """);
}

/// <summary>An account that a replica works, and the number of its lease.</summary>
internal sealed record HeldAccount
{
    public string AccountId { get; init; } = "";
    public long Fence { get; init; }
}

/// <summary>A row of <c>replicas</c>, with how many accounts it has.</summary>
internal sealed record ReplicaRow
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public long IsAlive { get; init; }
    public long Accounts { get; init; }

    /// <summary>It takes no more accounts.</summary>
    public long Most { get; init; } = long.MaxValue;
}

/// <summary>Who lives, and accounts that none of them works.</summary>
internal sealed record Membership(IReadOnlyList<ReplicaRow> Alive, IReadOnlyList<string> Orphans);
