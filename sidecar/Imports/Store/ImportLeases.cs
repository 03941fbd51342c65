using Connector.Common;
using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>Who works which import: one process at a time.</summary>
internal sealed class ImportLeases(Database database, TimeProvider clock)
{
    /// <summary>For how long nobody else works an import after its last step.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    /// <summary>How often the lease of an import that is worked is renewed, however long its step takes.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Takes the oldest import that can be worked now; null when there is none.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<ImportRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
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
                update imports set status = 'running', owner = @_owner, leased_until = @until, tries = tries + 1, updated_at = @now
                where id = @id
                """,
                new { id, _owner, until = now + Duration, now });
            return ImportStore.Find(sql, id);
        });
    }

    /// <summary>The import as it is now; null when this process does not work it any more.</summary>
    public ImportRow? Mine(string id) =>
        database.Read(sql => ImportStore.Find(sql, id)) is { Status: ImportStatus.Running } row && row.Owner == _owner ? row : null;

    /// <summary>When the next import that waits can be worked; null when none waits.</summary>
    public DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => database.Read(sql => sql.Find<long?>(
        """
        select min(case when coalesce(wait_until, 0) > coalesce(leased_until, 0) then wait_until else coalesce(leased_until, 0) end)
        from imports where status in ('queued', 'running') and id not in @busy
        """,
        new { busy })) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Ends the leases of an earlier life of the only process there can be.</summary>
    public async Task ForgetAsync()
    {
        // Most starts have none, and a start writes nothing that it need not.
        if (NextAt([]) is null) return;
        await database.WriteAsync(
            sql => { sql.Execute("update imports set owner = null, leased_until = null where leased_until is not null"); });
    }

    /// <summary>Keeps others from an import until what it returns is disposed of; one that is not this process's stays as it is.</summary>
    public ITimer Keep(string id) => clock.CreateTimer(_ => BackgroundTasks.Run(() => RenewAsync(id)), null, Renewal, Renewal);

    private async Task RenewAsync(string id)
    {
        var until = clock.GetUtcNow() + Duration;
        try
        {
            await database.WriteAsync(sql =>
            {
                sql.Execute(
                    "update imports set leased_until = @until where id = @id and owner = @_owner and status = 'running'",
                    new { id, _owner, until });
            });
        }
        catch (Exception error) when (error is StorageUnavailableException or ObjectDisposedException)
        {
            // The next one may be written; else the lease ends, and whoever takes the import goes on where it is.
        }
    }

    /// <summary>Lets others go on with it at once, because this process stops.</summary>
    public Task ReleaseAsync(ImportRow row) => database.WriteAsync(sql =>
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
