using Connector.Storage;

namespace Connector.Assets;

/// <summary>The rows of assets: several may lead to one file, each of another owner.</summary>
internal static class AssetRows
{
    /// <summary>Whether anybody has the file.</summary>
    public static bool IsKept(Sql sql, string sha256) =>
        sql.Find<string>("select id from assets where sha256 = @sha256 limit 1", new { sha256 }) is not null;

    /// <summary>Adds a row, or lets the one that its owner has stay longer.</summary>
    public static (AssetRow Row, bool IsNew) Put(Sql sql, AssetRow row)
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
    public static bool Delete(Sql sql, AssetRow row)
    {
        sql.Execute("delete from assets where id = @Id", row);
        return !IsKept(sql, row.Sha256);
    }
}
