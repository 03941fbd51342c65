using Connector.Common;
using Connector.Storage;

namespace Connector.Sources.Store;

/// <summary>Who looks at which source: one process at a time.</summary>
internal sealed class SourceLeases(Database database, TimeProvider clock)
{
    /// <summary>For how long nobody else works a source after its lease was renewed.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    /// <summary>How often the lease is renewed, however long a step takes.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    // A source that ends the process each time does so no more often than this.
    private static readonly TimeSpan AfterCrash = TimeSpan.FromMinutes(5);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Takes the source that is due for longest; null when none is due.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<SourceRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var row = sql.Find<SourceRow>(
                """
                select * from sources
                where paused = 0 and next_check_at <= @now and coalesce(leased_until, 0) <= @now and id not in @busy
                order by next_check_at, id limit 1
                """,
                new { now, busy });
            if (row is null) return null;

            var taken = row with { Owner = _owner, LeasedUntil = now + Duration, NextCheckAt = now + AfterCrash };
            sql.Execute(
                """
                update sources set owner = @Owner, leased_until = @LeasedUntil, next_check_at = @NextCheckAt, forced = 0 where id = @Id
                """,
                new { taken.Id, taken.Owner, taken.LeasedUntil, taken.NextCheckAt });
            return taken;
        });
    }

    /// <summary>When the next source can be looked at; null when there is none.</summary>
    public DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => database.Read(sql => sql.Find<long?>(
        """
        select min(case when coalesce(leased_until, 0) > next_check_at then leased_until else next_check_at end)
        from sources where paused = 0 and id not in @busy
        """,
        new { busy })) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Ends the leases of an earlier life of the only process there can be.</summary>
    public async Task ForgetAsync()
    {
        // Most starts have none, and a start writes nothing that it need not.
        if (database.Read(sql => sql.Find<long>("select count(*) from sources where leased_until is not null")) == 0) return;
        await database.WriteAsync(
            sql => { sql.Execute("update sources set owner = null, leased_until = null where leased_until is not null"); });
    }

    /// <summary>Keeps others from a source until what it returns is disposed of.</summary>
    public ITimer Keep(string id) => clock.CreateTimer(_ => BackgroundTasks.Run(() => RenewAsync(id)), null, Renewal, Renewal);

    /// <summary>Lets others look at it at once, because this process stops.</summary>
    public Task ReleaseAsync(SourceRow row)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                update sources set owner = null, leased_until = null, next_check_at = @now,
                    forced = case when forced = 1 then 1 else @Forced end
                where id = @Id and owner = @Owner
                """,
                new { row.Id, row.Owner, row.Forced, now });
        });
    }

    private async Task RenewAsync(string id)
    {
        var until = clock.GetUtcNow() + Duration;
        try
        {
            await database.WriteAsync(sql =>
            {
                sql.Execute("update sources set leased_until = @until where id = @id and owner = @_owner", new { id, _owner, until });
            });
        }
        catch (Exception error) when (error is StorageUnavailableException or ObjectDisposedException)
        {
            // The next one may be written; else the lease ends, and whoever takes the source reads it anew.
        }
    }
}
