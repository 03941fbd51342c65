using Connector.Common;
using Connector.Storage;

namespace Connector.Catalogs.Items;

/// <summary>Who works which job of items: one process at a time.</summary>
internal sealed class ItemJobLeases(Database database, TimeProvider clock)
{
    /// <summary>For how long nobody else works a job after its last step.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    /// <summary>How often the lease of a job that is worked is renewed, however long its step takes.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    // What an account gave later must not be overwritten by what it gave before and is sent again.
    private const string AfterOlder =
        """
         and not exists (
            select 1 from item_jobs older join item_batches b on b.job_id = older.id
            where older.account_id = item_jobs.account_id and older.id < item_jobs.id and older.status in ('queued', 'processing')
              and b.state in ('waiting', 'sending'))
        """;

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Takes the oldest job that can be worked now; null when there is none.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<ItemJobRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var id = sql.Find<string>(
                """
                select id from item_jobs
                where status in ('queued', 'processing') and coalesce(wait_until, 0) <= @now and coalesce(leased_until, 0) <= @now
                  and id not in @busy
                """ + AfterOlder + " order by id limit 1",
                new { now, busy });
            if (id is null) return null;

            // Counted here, because nobody can count after a job that ends the process.
            sql.Execute(
                """
                update item_jobs set status = 'processing', owner = @_owner, leased_until = @until, tries = tries + 1, updated_at = @now
                where id = @id
                """,
                new { id, _owner, until = now + Duration, now });
            return ItemJobStore.Find(sql, id);
        });
    }

    /// <summary>The job as it is now; null when this process does not work it any more.</summary>
    public ItemJobRow? Mine(string id) =>
        database.Read(sql => ItemJobStore.Find(sql, id)) is { Status: ItemJobStatus.Processing } row && row.Owner == _owner ? row : null;

    /// <summary>When the next job that waits can be worked; null when none waits.</summary>
    public DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => database.Read(sql => sql.Find<long?>(
        """
        select min(case when coalesce(wait_until, 0) > coalesce(leased_until, 0) then wait_until else coalesce(leased_until, 0) end)
        from item_jobs where status in ('queued', 'processing') and id not in @busy
        """ + AfterOlder,
        new { busy })) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Ends the leases of an earlier life of the only process there can be.</summary>
    public async Task ForgetAsync()
    {
        // Most starts have none, and a start writes nothing that it need not.
        if (NextAt([]) is null) return;
        await database.WriteAsync(
            sql => { sql.Execute("update item_jobs set owner = null, leased_until = null where leased_until is not null"); });
    }

    /// <summary>Keeps others from a job until what it returns is disposed of; one that is not this process's stays as it is.</summary>
    public ITimer Keep(string id) => clock.CreateTimer(_ => BackgroundTasks.Run(() => RenewAsync(id)), null, Renewal, Renewal);

    private async Task RenewAsync(string id)
    {
        var until = clock.GetUtcNow() + Duration;
        try
        {
            await database.WriteAsync(sql =>
            {
                sql.Execute(
                    "update item_jobs set leased_until = @until where id = @id and owner = @_owner and status = 'processing'",
                    new { id, _owner, until });
            });
        }
        catch (Exception error) when (error is StorageUnavailableException or ObjectDisposedException)
        {
            // The next one may be written; else the lease ends, and whoever takes the job goes on where it is.
        }
    }

    /// <summary>Lets others go on with it at once, because this process stops.</summary>
    public Task ReleaseAsync(ItemJobRow row) => database.WriteAsync(sql =>
    {
        // To be stopped is no failed try.
        sql.Execute(
            """
            update item_jobs set owner = null, leased_until = null, tries = case when tries > 0 then tries - 1 else 0 end
            where id = @Id and owner = @Owner
            """,
            new { row.Id, row.Owner });
    });
}
