using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>
/// Which pin the row with a key became. It is known for longer than the pin is kept: a feed that is imported daily would be published again
/// after some months.
/// </summary>
internal sealed class ImportKeys(Database database, TimeProvider clock)
{
    // A statement takes that many parameters and more.
    private const int AtOnce = 500;

    /// <summary>The pins by those of the keys that an earlier import of the account had.</summary>
    public Dictionary<string, string> PinsOf(string accountId, IEnumerable<string> keys) => database.Read(sql => keys
        .Distinct()
        .Chunk(AtOnce)
        .SelectMany(some => sql.Query<ImportKeyRow>(
            "select key, pin_id from import_keys where account_id = @accountId and key in @some", new { accountId, some }))
        .ToDictionary(row => row.Key, row => row.PinId));

    /// <summary>Remembers what an import has seen, in the transaction of the caller.</summary>
    public void See(Sql sql, string workspaceId, string accountId, IEnumerable<(string Key, string PinId)> pins)
    {
        var now = clock.GetUtcNow();
        // In one order, so that two imports do not wait for each other.
        foreach (var (key, pinId) in pins.OrderBy(pin => pin.Key, StringComparer.Ordinal))
            sql.Execute(
                """
                insert into import_keys (workspace_id, account_id, key, pin_id, seen_at)
                values (@workspaceId, @accountId, @key, @pinId, @now)
                on conflict (account_id, key) do update set pin_id = excluded.pin_id, seen_at = excluded.seen_at
                """,
                new { workspaceId, accountId, key, pinId, now });
    }

    /// <summary>Deletes those that no import had since that time, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql => sql.Execute(
        """
        delete from import_keys where (account_id, key) in (
            select account_id, key from import_keys where seen_at < @before limit @batch)
        """,
        new { before, batch }));
}

/// <summary>A row of <c>import_keys</c>.</summary>
internal sealed record ImportKeyRow
{
    public string Key { get; init; } = "";
    public string PinId { get; init; } = "";
}
