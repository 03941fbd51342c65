using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>Who works which import: one process at a time.</summary>
internal sealed class ImportLeases(Database database, TimeProvider clock) : RowLeases(database, clock)
{
    protected override string Next =>
        """
        select min(case when coalesce(wait_until, 0) > coalesce(leased_until, 0) then wait_until else coalesce(leased_until, 0) end)
        from imports where status in ('queued', 'running') and id not in @busy
        """;

    protected override string Taken => "select count(*) from imports where status in ('queued', 'running') and leased_until is not null";

    protected override string Forget => "update imports set owner = null, leased_until = null where leased_until is not null";

    protected override string Renew => "update imports set leased_until = @until where id = @id and owner = @Owner and status = 'running'";

    /// <summary>Takes the oldest import that can be worked now; null when there is none.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<ImportRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = Clock.GetUtcNow();
        return Database.WriteAsync(sql =>
        {
            var id = sql.Find<string>(
                """
                select id from imports
                where status in ('queued', 'running') and coalesce(wait_until, 0) <= @now and coalesce(leased_until, 0) <= @now
                  and id not in @busy
                order by id limit 1
                """,
                new { now, busy });
            if (id is null) return null;

            // Counted here, because nobody can count after an import that ends the process.
            sql.Execute(
                """
                update imports set status = 'running', owner = @Owner, leased_until = @until, tries = tries + 1, updated_at = @now
                where id = @id
                """,
                new { id, Owner, until = now + Duration, now });
            return ImportStore.Find(sql, id);
        });
    }

    /// <summary>The import as it is now; null when this process does not work it any more.</summary>
    public ImportRow? Mine(string id) =>
        Database.Read(sql => ImportStore.Find(sql, id)) is { Status: ImportStatus.Running } row && row.Owner == Owner ? row : null;

    /// <summary>Lets others go on with it at once, because this process stops.</summary>
    public Task ReleaseAsync(ImportRow row) => Database.WriteAsync(sql =>
    {
        // To be stopped is no failed try.
        sql.Execute(
            """
            update imports set owner = null, leased_until = null, tries = case when tries > 0 then tries - 1 else 0 end
            where id = @Id and owner = @Owner
            """,
            new { row.Id, row.Owner });
    });
}
