using Connector.Assets.Files;
using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Assets;

/// <summary>Assets: their rows and their files.</summary>
internal sealed class AssetStore(Database database, AssetFiles files, ArrivingFiles arriving, AssetQuota quota, TimeProvider clock)
{
    private const string InUse = "exists (select 1 from asset_uses where asset_id = assets.id)";

    // A file and its row change together: the same bytes given again, here or at another replica, must not be deleted with the old row.
    private const string Together = "assets";

    /// <summary>In any workspace; null when it is deleted.</summary>
    public AssetRow? Find(string id) => database.Read(sql => sql.Find<AssetRow>("select * from assets where id = @id", new { id }));

    public AssetRow Get(Caller caller, string id) =>
        Find(id) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.SeesAll(row.AccountIds)
            ? row
            : throw Problems.NotFound("asset", id);

    /// <summary>The file itself, to be read from any position; null when it is not there any more.</summary>
    public async Task<Stream?> OpenReadAsync(string id, CancellationToken cancellation) =>
        Find(id) is { } row ? await files.OpenReadAsync(row.Sha256, cancellation) : null;

    /// <summary>The bytes of an image; null when they are not there any more, or not whole.</summary>
    public async Task<(string ContentType, byte[] Bytes)?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (Find(id) is not { } row || await files.OpenReadAsync(row.Sha256, cancellation) is not { } opened) return null;

        await using var file = opened;
        // A part of a file, or another one, would be published as if it were this.
        if (file.Length != row.Bytes) return null;

        var bytes = new byte[row.Bytes];
        await file.ReadExactlyAsync(bytes, cancellation);
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
        // Another account may have had the same bytes converted, or not: the file and its rows stay what they are.
        if (await AddKnownAsync(row, cancellation) is { } known) return known;

        EnsureQuota(row);
        // Alone, a large file on its way to its store would keep all others waiting.
        if (!files.KeepsAtOnce) await arrival.KeepAsync(files, cancellation);
        return await ExclusivelyAsync(async () =>
        {
            if (await PutKnownAsync(row, cancellation) is { } other) return other;
            // The same file may have been deleted, or replaced, since.
            if (files.KeepsAtOnce || !await files.HoldsAsync(row.Sha256, row.Bytes, cancellation))
                await arrival.KeepAsync(files, cancellation);

            await EnsureQuotaAsync(row);
            return await database.WriteAsync(sql => AssetRows.Put(sql, row));
        }, cancellation);
    }

    /// <summary>Keeps a file that was given before, in any workspace, as what it was then; null when it is not here.</summary>
    public Task<(AssetRow Row, bool IsNew)?> AddKnownAsync(AssetRow row, CancellationToken cancellation) =>
        ExclusivelyAsync(() => PutKnownAsync(row, cancellation), cancellation);

    /// <summary>Deletes an asset that no pin needs any more.</summary>
    public Task DeleteAsync(Caller caller, AssetRow row, CancellationToken cancellation) => ExclusivelyAsync(async () =>
    {
        var isLast = await database.WriteAsync(sql =>
        {
            if (AssetReferences.Of(sql, row.Id) is { Count: > 0 } pins) throw AssetProblems.InUse(caller, row.Id, pins);
            return AssetRows.Delete(sql, row);
        });
        if (isLast) await DeleteFileAsync(row.Sha256);
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
            return (expired.Count, expired.Where(row => AssetRows.Delete(sql, row)).ToList());
        });
        foreach (var orphan in orphans) await DeleteFileAsync(orphan.Sha256);
        return count;
    }, cancellation);

    /// <summary>Deletes what a crash left: files that are not complete, and complete ones without a row.</summary>
    public async Task ForgetLeftoversAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        arriving.ForgetBefore(before);
        await files.ForgetPartsAsync(before, cancellation);
        await foreach (var sha256 in files.KeptBeforeAsync(before, cancellation))
        {
            if (IsKept(sha256)) continue;

            await ExclusivelyAsync(async () =>
            {
                if (!IsKept(sha256)) await files.DeleteAsync(sha256, cancellation);
                return true;
            }, cancellation);
        }
    }

    private async Task<(AssetRow Row, bool IsNew)?> PutKnownAsync(AssetRow row, CancellationToken cancellation)
    {
        var same = database.Read(sql => sql.Find<AssetRow>("select * from assets where sha256 = @Sha256 limit 1", row));
        if (same is null || !await files.HoldsAsync(same.Sha256, same.Bytes, cancellation)) return null;

        var known = same with
        {
            Id = row.Id,
            WorkspaceId = row.WorkspaceId,
            AccountIds = row.AccountIds,
            CreatedAt = row.CreatedAt,
            KeepMs = row.KeepMs,
            ExpiresAt = row.ExpiresAt,
        };
        return await database.WriteAsync(sql => AssetRows.Put(sql, known));
    }

    private bool IsKept(string sha256) => database.Read(sql => AssetRows.IsKept(sql, sha256));

    private void EnsureQuota(AssetRow row)
    {
        if (!IsKept(row.Sha256)) quota.EnsureQuota(quota.Used() + row.Bytes);
    }

    private async Task EnsureQuotaAsync(AssetRow row)
    {
        try
        {
            EnsureQuota(row);
        }
        catch
        {
            await DeleteFileAsync(row.Sha256);
            throw;
        }
    }

    // Its row is gone; what cannot be deleted now is deleted with what a crash left.
    private async Task DeleteFileAsync(string sha256)
    {
        try
        {
            await files.DeleteAsync(sha256, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
        }
    }

    private Task<T> ExclusivelyAsync<T>(Func<Task<T>> act, CancellationToken cancellation) =>
        database.AloneAsync(Together, act, cancellation);
}
