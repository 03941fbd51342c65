using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Keys;

/// <summary>Reads and writes API keys and their workspaces.</summary>
internal sealed class KeyStore(Database database, CallbackSecrets callbacks, TimeProvider clock)
{
    public const string DefaultWorkspace = "default";

    // A statement takes that many parameters and more.
    private const int HashesAtOnce = 500;

    public bool Any() => database.Read(sql => sql.Find<long>("select count(*) from api_keys where revoked_at is null")) > 0;

    public KeyRow? FindByHash(string hash) =>
        database.Read(sql => sql.Find<KeyRow>("select * from api_keys where hash = @hash and revoked_at is null", new { hash }));

    /// <summary>Those of the hashes whose key is there and not revoked.</summary>
    public List<string> ActiveAmong(IEnumerable<string> hashes) => database.Read(sql => hashes
        .Chunk(HashesAtOnce)
        .SelectMany(some => sql.Query<string>("select hash from api_keys where hash in @some and revoked_at is null", new { some }))
        .ToList());

    public KeyRow? Find(string workspaceId, string id) => database.Read(sql =>
        sql.Find<KeyRow>("select * from api_keys where id = @id and workspace_id = @workspaceId", new { id, workspaceId }));

    public List<KeyRow> List(string workspaceId, int limit, string? cursor) => database.Read(sql => sql.Query<KeyRow>(
        """
        select * from api_keys
        where workspace_id = @workspaceId and (@cursor is null or id < @cursor)
        order by id desc
        limit @rows
        """,
        new { workspaceId, cursor, rows = limit + 1 }));

    /// <summary>Stores a key by its hash; adding the same key text again changes nothing.</summary>
    public Task<KeyRow> AddAsync(string workspaceId, string name, IEnumerable<string> scopes, IEnumerable<string>? accountIds, string key)
    {
        var now = clock.GetUtcNow();
        var hash = KeyText.Hash(key);
        var row = new KeyRow
        {
            Id = Id.New("key_", now),
            WorkspaceId = workspaceId,
            Name = name,
            Hash = hash,
            Scopes = string.Join(' ', scopes),
            AccountIds = accountIds is null ? null : string.Join(' ', accountIds),
            CallbackSecret = callbacks.Seal(hash, key),
            CreatedAt = now,
        };
        return database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                insert into api_keys (id, workspace_id, name, hash, scopes, account_ids, callback_secret, created_at)
                values (@Id, @WorkspaceId, @Name, @Hash, @Scopes, @AccountIds, @CallbackSecret, @CreatedAt)
                on conflict (hash) do nothing
                """,
                row);
            return row;
        });
    }

    /// <summary>The id of the workspace by that name, made if there is none.</summary>
    public Task<string> WorkspaceAsync(string name)
    {
        var now = clock.GetUtcNow();
        var id = Id.New("wsp_", now);
        return database.WriteAsync(sql =>
        {
            sql.Execute(
                "insert into workspaces (id, name, created_at) values (@id, @name, @now) on conflict (name) do nothing",
                new { id, name, now });
            return sql.Find<string>("select id from workspaces where name = @name", new { name })!;
        });
    }

    public string? FindWorkspace(string name) =>
        database.Read(sql => sql.Find<string>("select id from workspaces where name = @name", new { name }));

    public Task<bool> RevokeAsync(string workspaceId, string id)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql => sql.Execute(
            "update api_keys set revoked_at = @now where id = @id and workspace_id = @workspaceId and revoked_at is null",
            new { id, workspaceId, now }) == 1);
    }
}

/// <summary>A row of <c>api_keys</c>.</summary>
internal sealed record KeyRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string Name { get; init; } = "";
    public string Hash { get; init; } = "";
    public string Scopes { get; init; } = "";
    public string? AccountIds { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Sealed; null for a key that was made before there were callbacks.</summary>
    public string? CallbackSecret { get; init; }

    public Caller ToCaller() => new(Id, WorkspaceId, Scopes.Split(' ').ToHashSet(), AccountIds?.Split(' ').ToHashSet());
}
