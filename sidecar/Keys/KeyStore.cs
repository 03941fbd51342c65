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

    public bool Any() => database.Read(sql =>
        sql.Prepared("select 1 from api_keys where revoked_at is null limit 1").Find(row => row.Number(0))) is not null;

    /// <summary>Whether the key was ever stored, revoked or not.</summary>
    public bool Has(string key) => database.Read(sql =>
        sql.Prepared("select 1 from api_keys where hash = $1").Bind(KeyText.Hash(key)).Find(row => row.Number(0))) is not null;

    public KeyRow? FindByHash(string hash) =>
        database.Read(sql => sql.Find<KeyRow>("select * from api_keys where hash = @hash and revoked_at is null", new { hash }));

    /// <summary>Those of the hashes whose key is there and not revoked.</summary>
    public List<string> ActiveAmong(IEnumerable<string> hashes) => database.Read(sql => hashes
        .Chunk(HashesAtOnce)
        .SelectMany(some => sql.Query<string>("select hash from api_keys where hash in @some and revoked_at is null", new { some }))
        .ToList());

    public KeyRow? Find(string workspaceId, string id) => database.Read(sql =>
        sql.Find<KeyRow>("select * from api_keys where id = @id and workspace_id = @workspaceId", new { id, workspaceId }));

    /// <summary>A key within the limits of the caller's own.</summary>
    public KeyRow Get(Caller caller, string id) =>
        Find(caller.WorkspaceId, id) is { } row && caller.SeesAll(row.AccountIds) ? row : throw Problems.NotFound("key", id);

    /// <summary>The keys within the limits of the caller's own, newest first.</summary>
    public List<KeyRow> List(Caller caller, int limit, string? cursor) => database.Read(sql =>
    {
        var seen = sql
            .Query<string?>("select distinct account_ids from api_keys where workspace_id = @WorkspaceId", new { caller.WorkspaceId })
            .FindAll(caller.SeesAll);
        return sql.Query<KeyRow>(
            $"""
            select * from api_keys
            where workspace_id = @WorkspaceId and (@cursor is null or id < @cursor)
              {(caller.AccountIds is null ? "" : "and account_ids in @seen")}
            order by id desc
            limit @rows
            """,
            new { caller.WorkspaceId, seen, cursor, rows = limit + 1 });
    });

    /// <summary>Those of the accounts that are not in the caller's workspace, or that it may not see.</summary>
    public List<string> UnknownAccounts(Caller caller, IEnumerable<string> accountIds)
    {
        var asked = accountIds.Distinct().ToList();
        var known = database.Read(sql => sql.Query<string>(
            "select id from accounts where workspace_id = @WorkspaceId and deleted_at is null and id in @asked",
            new { caller.WorkspaceId, asked = asked.OfType<string>() }));
        return [.. asked.Except(known.Where(caller.MaySee))];
    }

    /// <summary>Stores a key by its hash; adding the same key text again changes nothing.</summary>
    public async Task<KeyRow> AddAsync(
        string workspaceId, string name, IEnumerable<string> scopes, IEnumerable<string>? accountIds, string key)
    {
        var row = Row(workspaceId, name, scopes, accountIds, key);
        await database.WriteAsync(sql => Insert(sql, row));
        return row;
    }

    /// <summary>Stores a key where there is none; false when there is one.</summary>
    public Task<bool> AddFirstAsync(string workspaceId, string name, IEnumerable<string> scopes, string key)
    {
        var row = Row(workspaceId, name, scopes, null, key);
        return database.WriteAsync(sql =>
            sql.Find<long>("select count(*) from api_keys where revoked_at is null") == 0 && Insert(sql, row) == 1);
    }

    private KeyRow Row(string workspaceId, string name, IEnumerable<string> scopes, IEnumerable<string>? accountIds, string key)
    {
        var now = clock.GetUtcNow();
        var hash = KeyText.Hash(key);
        return new KeyRow
        {
            Id = Id.New("key_", now),
            WorkspaceId = workspaceId,
            Name = name,
            Hash = hash,
            Scopes = string.Join(' ', scopes),
            AccountIds = accountIds is null ? null : string.Join(' ', accountIds.Distinct().Order(StringComparer.Ordinal)),
            CallbackSecret = callbacks.Seal(hash, key),
            CreatedAt = now,
        };
    }

    private static int Insert(Sql sql, KeyRow row) => sql.Execute(
        """
        insert into api_keys (id, workspace_id, name, hash, scopes, account_ids, callback_secret, created_at)
        values (@Id, @WorkspaceId, @Name, @Hash, @Scopes, @AccountIds, @CallbackSecret, @CreatedAt)
        on conflict (hash) do nothing
        """,
        row);

    /// <summary>The id of the workspace by that name, made if there is none.</summary>
    public async Task<string> WorkspaceAsync(string name)
    {
        if (FindWorkspace(name) is { } known) return known;

        var now = clock.GetUtcNow();
        var id = Id.New("wsp_", now);
        return await database.WriteAsync(sql =>
        {
            sql.Execute(
                "insert into workspaces (id, name, created_at) values (@id, @name, @now) on conflict (name) do nothing",
                new { id, name, now });
            return sql.Find<string>("select id from workspaces where name = @name", new { name })!;
        });
    }

    public string? FindWorkspace(string name) =>
        database.Read(sql => sql.Prepared("select id from workspaces where name = $1").Bind(name).Find(row => row.Text(0)));

    /// <summary>Revokes a key; false when it is not there or was revoked before.</summary>
    /// <exception cref="ProblemException">Without it nobody could manage the workspace any more.</exception>
    public Task<bool> RevokeAsync(string workspaceId, string id)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            // In this transaction: of two that revoke each other's key at the same time, one is refused.
            var active = sql.Query<KeyRow>(
                "select * from api_keys where workspace_id = @workspaceId and revoked_at is null", new { workspaceId });
            if (active.Find(row => row.Id == id) is not { } key) return false;
            if (key.IsOwners && !active.Exists(row => row.IsOwners && row.Id != id)) throw KeyProblems.LastOfOwner(key);

            return sql.Execute("update api_keys set revoked_at = @now where id = @id", new { id, now }) == 1;
        });
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

    /// <summary>It may do everything in its workspace.</summary>
    public bool IsOwners => AccountIds is null && Scopes.Split(' ').Contains(Scope.Admin);

    public Caller ToCaller() =>
        new(Id, WorkspaceId, Scopes.Split(' ').ToHashSet(), AccountIds?.Split(' ').ToHashSet()) { Name = Name };
}
