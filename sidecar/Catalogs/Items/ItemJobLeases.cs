using Connector.Storage;

namespace Connector.Catalogs.Items;

/// <summary>Who works which job of items: one process at a time.</summary>
internal sealed class ItemJobLeases(Database database, TimeProvider clock) : RowLeases(database, clock)
{
    // What an account gave later must not be overwritten by what it gave before and is sent again.
    private const string AfterOlder =
        """
         and not exists (
            select 1 from item_jobs older join item_batches b on b.job_id = older.id
            where older.account_id = item_jobs.account_id and older.id < item_jobs.id and older.status in ('queued', 'processing')
              and b.state in ('waiting', 'sending'))
        """;

    protected override string Next =>
        """
        select min(case when coalesce(wait_until, 0) > coalesce(leased_until, 0) then wait_until else coalesce(leased_until, 0) end)
        from item_jobs where status in ('queued', 'processing') and id not in @busy
        """ + AfterOlder;

    protected override string Taken =>
        "select count(*) from item_jobs where status in ('queued', 'processing') and leased_until is not null";

    protected override string Forget => "update item_jobs set owner = null, leased_until = null where leased_until is not null";

    protected override string Renew =>
        "update item_jobs set leased_until = @until where id = @id and owner = @Owner and status = 'processing'";

    /// <summary>Takes the oldest job that can be worked now; null when there is none.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<ItemJobRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = Clock.GetUtcNow();
        return Database.WriteAsync(sql =>
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
                update item_jobs set status = 'processing', owner = @Owner, leased_until = @until, tries = tries + 1, updated_at = @now
                where id = @id
                """,
                new { id, Owner, until = now + Duration, now });
            return ItemJobStore.Find(sql, id);
        });
    }

    /// <summary>The job as it is now; null when this process does not work it any more.</summary>
    public ItemJobRow? Mine(string id) =>
        Database.Read(sql => ItemJobStore.Find(sql, id)) is { Status: ItemJobStatus.Processing } row && row.Owner == Owner ? row : null;

    /// <summary>Lets others go on with it at once, because this process stops.</summary>
    public Task ReleaseAsync(ItemJobRow row) => Database.WriteAsync(sql =>
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
