using Connector.Http;
using Connector.Storage;

namespace Connector.Sources.Store;

/// <summary>Reads sources, and writes what their callers ask for.</summary>
internal sealed class SourceStore(Database database, TimeProvider clock)
{
    /// <summary>The topic of <see cref="Database.Announced"/> when a source is to be looked at.</summary>
    public const string Topic = "sources";

    private const string Insert =
        """
        insert into sources (id, workspace_id, account_id, key_id, url, check_every_seconds, start, start_since, mapping, board, paused,
            auto_approve, auto_approve_accepted_by, auto_approve_accepted_at, next_check_at, created_at, updated_at)
        values (@Id, @WorkspaceId, @AccountId, @KeyId, @Url, @CheckEverySeconds, @Start, @StartSince, @Mapping, @Board, @Paused,
            @AutoApprove, @AutoApproveAcceptedBy, @AutoApproveAcceptedAt, @NextCheckAt, @CreatedAt, @UpdatedAt)
        on conflict (account_id, url) do nothing
        """;

    // Whoever works it stops: what it was to do is not what it is now.
    private const string Update =
        """
        update sources set key_id = @KeyId, url = @Url, format = @Format, moved_to = @MovedTo, check_every_seconds = @CheckEverySeconds,
            mapping = @Mapping, board = @Board, paused = @Paused, auto_approve = @AutoApprove,
            auto_approve_accepted_by = @AutoApproveAcceptedBy, auto_approve_accepted_at = @AutoApproveAcceptedAt, etag = @Etag,
            last_modified = @LastModified, sha256 = @Sha256, next_check_at = @NextCheckAt, owner = null, leased_until = null,
            updated_at = @UpdatedAt
        where id = @Id
        """;

    /// <exception cref="ProblemException">The account has as many as it may, or this one.</exception>
    public Task AddAsync(SourceRow row, int most) => database.WriteAsync(sql =>
    {
        if (At(sql, row.AccountId, row.Url) is { } other) throw SourceProblems.Exists(other);
        if (sql.Find<long>("select count(*) from sources where account_id = @AccountId", new { row.AccountId }) >= most)
            throw SourceProblems.TooMany(most);
        if (sql.Execute(Insert, row) == 0) throw SourceProblems.Exists(At(sql, row.AccountId, row.Url)!);

        sql.Announce(Topic);
    });

    public SourceRow Get(Caller caller, string id) =>
        database.Read(sql => Find(sql, id)) is { } row && row.WorkspaceId == caller.WorkspaceId && caller.MaySee(row.AccountId)
            ? row
            : throw Problems.NotFound("source", id);

    public List<SourceRow> List(Caller caller, string? accountId, int rows, string? cursor)
    {
        var accounts = accountId is null ? caller.AccountIds?.ToList() : [accountId];
        return database.Read(sql => sql.Query<SourceRow>(
            $"""
            select * from sources where workspace_id = @WorkspaceId
            {(accounts is null ? "" : "and account_id in @accounts")} {(cursor is null ? "" : "and id < @cursor")}
            order by id desc limit @rows
            """,
            new { caller.WorkspaceId, accounts, cursor, rows }));
    }

    /// <summary>Changes a source; null when it is not there any more.</summary>
    /// <exception cref="ProblemException">The account watches the new address already.</exception>
    public Task<SourceRow?> ChangeAsync(string id, Func<SourceRow, SourceRow> change) => database.WriteAsync(sql =>
    {
        if (Find(sql, id) is not { } before) return null;

        var after = change(before);
        if (after.Url != before.Url && At(sql, after.AccountId, after.Url) is { } other) throw SourceProblems.Exists(other);
        sql.Execute(Update, after);
        sql.Announce(Topic);
        return after;
    });

    /// <summary>Has a source looked at now; null when it is paused, or not there any more.</summary>
    public Task<SourceRow?> CheckAsync(string id)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            sql.Announce(Topic);
            return sql.Execute("update sources set forced = 1, next_check_at = @now where id = @id and paused = 0", new { id, now }) == 1
                ? Find(sql, id)
                : null;
        });
    }

    public Task DeleteAsync(string id) => database.WriteAsync(sql =>
    {
        sql.Execute("delete from source_items where source_id = @id", new { id });
        sql.Execute("delete from sources where id = @id", new { id });
    });

    internal static SourceRow? Find(Sql sql, string id) => sql.Find<SourceRow>("select * from sources where id = @id", new { id });

    private static SourceRow? At(Sql sql, string accountId, string url) =>
        sql.Find<SourceRow>("select * from sources where account_id = @accountId and url = @url", new { accountId, url });
}
