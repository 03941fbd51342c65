using Connector.Assets.Files;
using Connector.Http;
using Connector.Storage;

namespace Connector.Assets;

/// <summary>Assets: their rows and their files.</summary>
internal sealed class AssetStore(Database database, AssetFiles files, AssetQuota quota, TimeProvider clock) : IDisposable
{
    private const string InUse = "exists (select 1 from asset_uses where asset_id = assets.id)";

    // A file and its row change together: the same bytes given again must not be deleted with the old row.
    private readonly SemaphoreSlim _mutex = new(1);

    /// <summary>In any workspace; null when it is deleted.</summary>
    public AssetRow? Find(string id) => database.Read(sql => sql.Find<AssetRow>("select * from assets where id = @id", new { id }));

    public AssetRow Get(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.SeesAll(row.AccountIds)
            ? row
            : throw Problems.NotFound("asset", id);

    /// <summary>The file itself; null when it is not there any more.</summary>
    public Stream? OpenRead(string id) => Find(id) is { } row ? files.OpenRead(row.Sha256) : null;

    /// <summary>The bytes of an image; null when they are not there any more.</summary>
    public (string ContentType, byte[] Bytes)? Read(string id)
    {
        if (Find(id) is not { } row || files.OpenRead(row.Sha256) is not { } opened) return null;

        using var file = opened;
        var bytes = new byte[row.Bytes];
        file.ReadExactly(bytes);
        return (row.ContentType, bytes);
    }

    public List<AssetRow> List(Caller caller, int limit, string? cursor) => database.Read(sql =>
    {
        var seen = sql
            .Query<string?>("select distinct account_ids from assets where workspace_id = @WorkspaceId", new { caller.WorkspaceId })
            .FindAll(caller.SeesAll);
        return sql.Query<AssetRow>(
            $"""
            select * from assets
            where workspace_id = @WorkspaceId and (@cursor is null or id < @cursor)
              {(caller.AccountIds is null ? "" : "and account_ids in @seen")}
            order by id desc limit @rows
            """,
            new { caller.WorkspaceId, seen, cursor, rows = limit + 1 });
    });

    /// <summary>
    /// Keeps a file, or finds that its owner has these bytes already; then they stay as long as if they had come now.
    /// </summary>
    public async Task<(AssetRow Row, bool IsNew)> AddAsync(AssetRow row, IncomingFile arrival, CancellationToken cancellation)
    {
        arrival.Flush();
        return await ExclusivelyAsync(async () =>
        {
            // Another account may have had the same bytes converted, or not: the file and its rows stay what they are.
            if (await PutKnownAsync(row) is { } known) return known;

            if (!IsKept(row.Sha256)) quota.EnsureQuota(quota.Used() + row.Bytes);
            arrival.Keep();
            return await database.WriteAsync(sql => Put(sql, row));
        }, cancellation);
    }

    /// <summary>Keeps a file that was given before, in any workspace, as what it was then; null when it is not here.</summary>
    public Task<(AssetRow Row, bool IsNew)?> AddKnownAsync(AssetRow row, CancellationToken cancellation) =>
        ExclusivelyAsync(() => PutKnownAsync(row), cancellation);

    /// <summary>Deletes an asset that no pin needs any more.</summary>
    public Task DeleteAsync(Caller caller, AssetRow row, CancellationToken cancellation) => ExclusivelyAsync(async () =>
    {
        var isLast = await database.WriteAsync(sql =>
        {
            if (AssetReferences.Of(sql, row.Id) is { Count: > 0 } pins) throw AssetProblems.InUse(caller, row.Id, pins);
            return Delete(sql, row);
        });
        if (isLast) files.Delete(row.Sha256);
        return isLast;
    }, cancellation);

    /// <summary>Deletes assets whose time is over and that no pin needs, a batch at once; returns how many.</summary>
    public Task<int> ForgetExpiredAsync(int batch, CancellationToken cancellation) => ExclusivelyAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var (count, orphans) = await database.WriteAsync(sql =>
        {
            var expired = sql.Query<AssetRow>(
                $"select * from assets where expires_at <= @now and not {InUse} order by expires_at limit @batch", new { now, batch });
            return (expired.Count, expired.Where(row => Delete(sql, row)).ToList());
        });
        foreach (var orphan in orphans) files.Delete(orphan.Sha256);
        return count;
    }, cancellation);

    /// <summary>Deletes what a crash left: files that are not complete, and complete ones without a row.</summary>
    public async Task ForgetLeftoversAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        files.ForgetArrivals(before);
        foreach (var sha256 in files.KeptBefore(before))
        {
            await ExclusivelyAsync(() =>
            {
                if (!IsKept(sha256)) files.Delete(sha256);
                return Task.FromResult(true);
            }, cancellation);
        }
    }

    public void Dispose() => _mutex.Dispose();

    private async Task<(AssetRow Row, bool IsNew)?> PutKnownAsync(AssetRow row)
    {
        var same = database.Read(sql => sql.Find<AssetRow>("select * from assets where sha256 = @Sha256 limit 1", row));
        if (same is null || !files.Holds(same.Sha256, same.Bytes)) return null;

        var known = same with
        {
            Id = row.Id,
            WorkspaceId = row.WorkspaceId,
            AccountIds = row.AccountIds,
            CreatedAt = row.CreatedAt,
            KeepMs = row.KeepMs,
            ExpiresAt = row.ExpiresAt,
        };
        return await database.WriteAsync(sql => Put(sql, known));
    }

    private bool IsKept(string sha256) =>
        database.Read(sql => sql.Find<string>("select id from assets where sha256 = @sha256 limit 1", new { sha256 })) is not null;

    private static (AssetRow Row, bool IsNew) Put(Sql sql, AssetRow row)
    {
        // A file that was lost and is converted anew may be another one, for every workspace that has it.
        sql.Execute(
            """
            update assets set content_type = @ContentType, bytes = @Bytes, width = @Width, height = @Height, checks = @Checks
            where sha256 = @Sha256 and (bytes <> @Bytes or content_type <> @ContentType)
            """,
            row);
        var known = sql.Find<AssetRow>(
            """
            select * from assets
            where workspace_id = @WorkspaceId and sha256 = @Sha256 and coalesce(account_ids, '*') = coalesce(@AccountIds, '*')
            """,
            row);
        if (known is not null)
        {
            known = known with { KeepMs = row.KeepMs, ExpiresAt = row.ExpiresAt > known.ExpiresAt ? row.ExpiresAt : known.ExpiresAt };
            sql.Execute("update assets set keep_ms = @KeepMs, expires_at = @ExpiresAt where id = @Id", known);
            return (known, false);
        }

        sql.Execute(
            """
            insert into assets (id, workspace_id, account_ids, sha256, kind, content_type, bytes, width, height, duration_ms, checks,
                created_at, keep_ms, expires_at)
            values (@Id, @WorkspaceId, @AccountIds, @Sha256, @Kind, @ContentType, @Bytes, @Width, @Height, @DurationMs, @Checks,
                @CreatedAt, @KeepMs, @ExpiresAt)
            """,
            row);
        return (row, true);
    }

    /// <summary>True when nobody else has the file.</summary>
    private static bool Delete(Sql sql, AssetRow row)
    {
        sql.Execute("delete from assets where id = @Id", row);
        return sql.Find<string>("select id from assets where sha256 = @Sha256 limit 1", row) is null;
    }

    private async Task<T> ExclusivelyAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await _mutex.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        finally
        {
            _mutex.Release();
        }
    }
}
