using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Imports.Store;

/// <summary>Reads imports, and writes what their callers ask for.</summary>
internal sealed class ImportStore(Database database, TimeProvider clock)
{
    /// <summary>The topic of <see cref="Database.Announced"/> when there is an import to work.</summary>
    public const string Topic = "imports";

    private static readonly string[] Columns =
    [
        "id", "workspace_id", "account_id", "key_id", "name", "source_url", "format", "encoding", "dry_run", "mapping", "event_date",
        "lead_days", "spread", "idempotency_key", "request_hash", "bytes", "status", "created_at", "updated_at",
    ];

    private static readonly string Insert =
        $"insert into imports ({string.Join(", ", Columns)}) values "
        + "(@Id, @WorkspaceId, @AccountId, @KeyId, @Name, @SourceUrl, @Format, @Encoding, @DryRun, @Mapping, @EventDate, "
        + "@LeadDays, @Spread, @IdempotencyKey, @RequestHash, @Bytes, @Status, @CreatedAt, @UpdatedAt) "
        + "on conflict (account_id, idempotency_key) do nothing";

    /// <summary>Accepts an import whose file is stored; for a repeated key the one that has it.</summary>
    public Task<(ImportRow Row, bool IsNew)> AddAsync(ImportRow row) => database.WriteAsync(
        sql =>
        {
            if (sql.Execute(Insert, row) == 0) return (FindByKey(sql, row.AccountId, row.IdempotencyKey!)!, false);

            sql.Announce(Topic);
            return (row, true);
        },
        WriteKind.Accept);

    public ImportRow? FindByKey(string accountId, string? key) =>
        key is null ? null : database.Read(sql => FindByKey(sql, accountId, key));

    public ImportRow Get(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(row.AccountId)
            ? row
            : throw Problems.NotFound("import", id);

    public ImportRow? Find(string id) => database.Read(sql => Find(sql, id));

    public List<ImportRow> List(Caller caller, string? accountId, int limit, string? cursor)
    {
        var accounts = accountId is null ? caller.AccountIds?.ToList() : [accountId];
        return database.Read(sql => sql.Query<ImportRow>(
            $"""
            select * from imports where workspace_id = @WorkspaceId
            {(accounts is null ? "" : "and account_id in @accounts")} {(cursor is null ? "" : "and id < @cursor")}
            order by id desc limit @rows
            """,
            new { caller.WorkspaceId, accounts, cursor, rows = limit + 1 }));
    }

    /// <summary>A page of what became of rows, in the order of the file.</summary>
    public List<ResultRow> Results(string importId, string? status, long after, int rows) => database.Read(sql => sql.Query<ResultRow>(
        $"""
        select * from import_results where import_id = @importId and number > @after
        {(status is null ? "" : "and status = @status")} order by number limit @rows
        """,
        new { importId, status, after, rows }));

    /// <summary>Cancels an import that has not ended; null when it has.</summary>
    public Task<ImportRow?> CancelAsync(string id)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var changed = sql.Execute(
                """
                update imports set status = 'canceled', wait_code = null, wait_message = null, wait_until = null, owner = null,
                    leased_until = null, updated_at = @now, ended_at = @now
                where id = @id and status in ('queued', 'running')
                """,
                new { id, now });
            if (changed == 0) return null;

            var row = Find(sql, id)!;
            Tell(sql, row, EventTypes.ImportCanceled, now);
            return row;
        });
    }

    /// <summary>Deletes imports that ended before that time, with all that belongs to them, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql =>
    {
        const string Old = "select id from imports where ended_at < @before";
        var pieces = sql.Execute(
            $"""
            delete from import_pieces where (import_id, number) in (
                select import_id, number from import_pieces where import_id in ({Old}) limit @batch)
            """,
            new { before, batch });
        var results = sql.Execute(
            $"""
            delete from import_results where (import_id, number) in (
                select import_id, number from import_results where import_id in ({Old}) limit @batch)
            """,
            new { before, batch });
        // An import goes last: with it nobody would know any more what is of it.
        if (pieces == batch || results == batch) return batch;
        return sql.Execute($"delete from imports where id in ({Old} order by ended_at limit @batch)", new { before, batch });
    });

    /// <summary>Tells who listens how an import has ended, in the transaction that ends it.</summary>
    internal static void Tell(Sql sql, ImportRow row, string type, DateTimeOffset now) =>
        Outbox.Write(sql, new NewEvent(row.WorkspaceId, row.AccountId, null, type, new { import = Import.From(row) }), now);

    internal static ImportRow? Find(Sql sql, string id) => sql.Find<ImportRow>("select * from imports where id = @id", new { id });

    private static ImportRow? FindByKey(Sql sql, string accountId, string key) =>
        sql.Find<ImportRow>("select * from imports where account_id = @accountId and idempotency_key = @key", new { accountId, key });
}
