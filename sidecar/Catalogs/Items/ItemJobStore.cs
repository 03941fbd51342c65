using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Catalogs.Items;

/// <summary>Accepts and reads jobs of items, and forgets old ones.</summary>
internal sealed class ItemJobStore(Database database)
{
    /// <summary>The topic of <see cref="Database.Announced"/> when there is a job to work.</summary>
    public const string Topic = "item_jobs";

    private const string Insert =
        """
        insert into item_jobs (id, workspace_id, account_id, key_id, ad_account_id, catalog_id, operation, country, language,
            idempotency_key, request_hash, status, total, created_at, updated_at)
        values (@Id, @WorkspaceId, @AccountId, @KeyId, @AdAccountId, @CatalogId, @Operation, @Country, @Language,
            @IdempotencyKey, @RequestHash, @Status, @Total, @CreatedAt, @UpdatedAt)
        on conflict (account_id, idempotency_key) do nothing
        """;

    /// <summary>Accepts a job with all of its items; for a repeated key the one that has it.</summary>
    public Task<(ItemJobRow Row, bool IsNew)> AddAsync(ItemJobRow row, IReadOnlyList<ReadyBatch> batches) => database.WriteAsync(
        sql =>
        {
            if (sql.Execute(Insert, row) == 0) return (FindByKey(sql, row.AccountId, row.IdempotencyKey!)!, false);

            var item = 0L;
            foreach (var (number, batch) in batches.Index())
            {
                sql.Execute(
                    """
                    insert into item_batches (workspace_id, job_id, number, state, items)
                    values (@WorkspaceId, @Id, @number, 'waiting', @Json)
                    """,
                    new { row.WorkspaceId, row.Id, number, batch.Json });
                foreach (var itemId in batch.ItemIds) AddResult(sql, row, ++item, number, itemId);
            }

            sql.Announce(Topic);
            return (row, true);
        },
        WriteKind.Accept);

    public ItemJobRow? FindByKey(string accountId, string? key) =>
        key is null ? null : database.Read(sql => FindByKey(sql, accountId, key));

    public ItemJobRow Get(Caller caller, string id) =>
        database.Read(sql => Find(sql, id)) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(row.AccountId)
            ? row
            : throw Problems.NotFound("job of items", id);

    public List<ItemJobRow> List(Caller caller, string? accountId, int limit, string? cursor)
    {
        var accounts = accountId is null ? caller.AccountIds?.ToList() : [accountId];
        return database.Read(sql => sql.Query<ItemJobRow>(
            $"""
            select * from item_jobs where workspace_id = @WorkspaceId
            {(accounts is null ? "" : "and account_id in @accounts")} {(cursor is null ? "" : "and id < @cursor")}
            order by id desc limit @rows
            """,
            new { caller.WorkspaceId, accounts, cursor, rows = limit + 1 }));
    }

    /// <summary>A page of what became of items, in the order in which they were given.</summary>
    public List<ItemResultRow> Results(string jobId, string? status, long after, int rows) =>
        database.Read(sql => sql.Query<ItemResultRow>(
            $"""
            select number, item_id, status, details from item_results where job_id = @jobId and number > @after
            {(status is null ? "" : "and status = @status")} order by number limit @rows
            """,
            new { jobId, status, after, rows }));

    /// <summary>The batches that have not ended, in their order.</summary>
    public List<ItemBatchRow> OpenBatches(string jobId) => database.Read(sql => sql.Query<ItemBatchRow>(
        """
        select job_id, number, state, items, tries, batch_id, sent_at from item_batches
        where job_id = @jobId and state <> 'ended' order by number
        """,
        new { jobId }));

    /// <summary>Deletes jobs that ended before that time, with all that belongs to them, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql =>
    {
        const string Old = "select id from item_jobs where ended_at < @before";
        var results = sql.Execute(
            $"""
            delete from item_results where (job_id, number) in (
                select job_id, number from item_results where job_id in ({Old}) limit @batch)
            """,
            new { before, batch });
        var batches = sql.Execute(
            $"""
            delete from item_batches where (job_id, number) in (
                select job_id, number from item_batches where job_id in ({Old}) limit @batch)
            """,
            new { before, batch });
        // A job goes last: with it nobody would know any more what is of it.
        if (results == batch || batches == batch) return batch;
        return sql.Execute($"delete from item_jobs where id in ({Old} order by ended_at limit @batch)", new { before, batch });
    });

    /// <summary>Tells who listens how a job has ended, in the transaction that ends it.</summary>
    internal static void Tell(Sql sql, ItemJobRow row, string type, DateTimeOffset now) =>
        Outbox.Write(sql, new NewEvent(row.WorkspaceId, row.AccountId, null, type, new { items = ItemJob.From(row) }), now);

    internal static ItemJobRow? Find(Sql sql, string id) => sql.Find<ItemJobRow>("select * from item_jobs where id = @id", new { id });

    private static ItemJobRow? FindByKey(Sql sql, string accountId, string key) => sql.Find<ItemJobRow>(
        "select * from item_jobs where account_id = @accountId and idempotency_key = @key", new { accountId, key });

    private static void AddResult(Sql sql, ItemJobRow row, long number, long batch, string itemId) => sql
        .Prepared(
            "insert into item_results (workspace_id, job_id, number, batch, item_id, status) values ($1, $2, $3, $4, $5, 'waiting')")
        .Bind(row.WorkspaceId).Bind(row.Id).Bind(number).Bind(batch).Bind(itemId)
        .Run();
}

/// <summary>A batch as Pinterest takes it.</summary>
internal sealed record ReadyBatch(string Json, IReadOnlyList<string> ItemIds);
