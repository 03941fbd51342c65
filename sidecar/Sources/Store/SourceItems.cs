using Connector.Storage;

namespace Connector.Sources.Store;

/// <summary>The items of sources.</summary>
internal sealed class SourceItems(Database database)
{
    // A statement takes that many parameters and more.
    private const int AtOnce = 500;

    private const string Put =
        """
        insert into source_items (workspace_id, source_id, key, state, state_before, pin_id, content, problem, dated_at, missing,
            first_seen_at, changed_at)
        select workspace_id, id, @Key, @State, @StateBefore, @PinId, @Content, @Problem, @DatedAt, @Missing, @FirstSeenAt, @ChangedAt
        from sources where id = @SourceId
        on conflict (source_id, key) do update set state = excluded.state, state_before = excluded.state_before,
            pin_id = excluded.pin_id, content = excluded.content, problem = excluded.problem, dated_at = excluded.dated_at,
            missing = excluded.missing, changed_at = excluded.changed_at
        """;

    public static void Write(Sql sql, IEnumerable<SourceItemRow> rows)
    {
        foreach (var row in rows) sql.Execute(Put, row);
    }

    public Dictionary<string, SourceItemRow> Known(string sourceId, IEnumerable<string> keys) => database.Read(sql => keys
        .Chunk(AtOnce)
        .SelectMany(some => sql.Query<SourceItemRow>(
            "select * from source_items where source_id = @sourceId and key in @some", new { sourceId, some }))
        .ToDictionary(row => row.Key));

    /// <summary>A page of them by their keys.</summary>
    public List<SourceItemRow> Page(string sourceId, string? state, string after, int rows) =>
        database.Read(sql => sql.Query<SourceItemRow>(
            $"""
            select * from source_items where source_id = @sourceId and key > @after {(state is null ? "" : "and state = @state")}
            order by key limit @rows
            """,
            new { sourceId, state, after, rows }));

    /// <summary>Those that were missing when their source was read last, and that nobody was asked about yet.</summary>
    public List<SourceItemRow> Missing(string sourceId) => database.Read(sql => sql.Query<SourceItemRow>(
        "select * from source_items where source_id = @sourceId and missing > 0 and state <> 'gone' order by key", new { sourceId }));

    public SourceCounts Count(string sourceId) => database.Read(sql => Count(sql, sourceId));

    public static SourceCounts Count(Sql sql, string sourceId)
    {
        var counts = sql.Query<(string State, long Count)>(
            "select state, count(*) from source_items where source_id = @sourceId group by state", new { sourceId }).ToDictionary();
        return new SourceCounts(
            Of(SourceItemState.Old), Of(SourceItemState.Pinned), Of(SourceItemState.Existing), Of(SourceItemState.Failed),
            Of(SourceItemState.Skipped), Of(SourceItemState.Gone));

        long Of(string state) => counts.GetValueOrDefault(state);
    }
}
