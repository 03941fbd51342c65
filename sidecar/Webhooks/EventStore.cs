using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Events;

namespace Connector.Webhooks;

/// <summary>Reads and deletes events.</summary>
internal sealed class EventStore(Database database)
{
    /// <summary>A page of what a caller may see: oldest first after an event, newest first without.</summary>
    public List<EventRow> List(EventFilter filter, string? after, int limit) => database.Read(sql => sql.Query<EventRow>(
        $"""
        select * from feed where {filter.Where} {(after is null ? "order by place desc" : "and place > @after order by place")} limit @limit
        """,
        new { filter.WorkspaceId, filter.AccountIds, filter.Types, after, limit }));

    /// <summary>Whether a caller sees the event; for the whole workspace also one whose pin was forgotten.</summary>
    public bool Has(Caller caller, string id) => database.Read(sql => sql.Find<EventRow>(
        "select * from events where id = @id and workspace_id = @WorkspaceId", new { id, caller.WorkspaceId })) is { } row
        && (caller.AccountIds is null || (row.AccountId is { } account && caller.MaySee(account)));

    /// <summary>What happened with a pin, the oldest first; the caller must have been shown the pin.</summary>
    public List<EventRow> OfPin(string pinId) =>
        database.Read(sql => sql.Query<EventRow>("select * from events where pin_id = @pinId order by id", new { pinId }));

    /// <summary>The oldest event that the workspace still has; null when it has none.</summary>
    public string? Oldest(string workspaceId) =>
        database.Read(sql => sql.Find<string>("select min(id) from events where workspace_id = @workspaceId", new { workspaceId }));

    /// <summary>The events after that place, of every workspace, oldest first.</summary>
    public List<EventRow> After(string place, int limit) => database.Read(sql =>
        sql.Query<EventRow>("select * from feed where place > @place order by place limit @limit", new { place, limit }));

    /// <summary>The place of the latest event.</summary>
    public string Latest() => database.Read(Latest) ?? "";

    /// <summary>The event's place; of one that is not there, the place before those that are younger.</summary>
    public string PlaceOf(string id) => database.Read(sql =>
        sql.Find<string>("select place from feed where id = @id", new { id })
        ?? (sql.Find<string>("select min(place) from feed where id > @id", new { id }) is { } next
            ? sql.Find<string>("select max(place) from feed where place < @next", new { next })
            : Latest(sql)))
        ?? "";

    /// <summary>The event that was written last.</summary>
    public string LatestId() => database.Read(sql => sql.Prepared("select max(id) from events").Find(row => row.Text(0))) ?? "";

    private static string? Latest(Sql sql) => sql.Prepared("select max(place) from feed").Find(row => row.Text(0));

    /// <summary>Deletes events older than that with their deliveries, a batch at once; returns how many.</summary>
    public Task<int> ForgetOlderAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql => sql.Execute(
        "delete from events where id in (select id from events where created_at < @before order by created_at limit @batch)",
        new { before, batch }));
}

/// <summary>Which events a caller asks for and may see.</summary>
internal sealed record EventFilter(string WorkspaceId, IReadOnlyList<string>? AccountIds, IReadOnlyList<string>? Types)
{
    // A key limited to accounts does not see events that are about no account.
    public string Where => $"workspace_id = @WorkspaceId and type <> '{EventTypes.Forgotten}'"
        + (AccountIds is null ? "" : " and account_id in @AccountIds")
        + (Types is null ? "" : " and type in @Types");

    public bool Wants(EventRow row) => row.WorkspaceId == WorkspaceId && row.Type != EventTypes.Forgotten
        && (AccountIds is null || (row.AccountId is { } account && AccountIds.Contains(account)))
        && (Types is null || Types.Contains(row.Type));

    /// <param name="caller">Sees the accounts of its key.</param>
    /// <param name="types">Separated by commas; null for all.</param>
    public static EventFilter Of(Caller caller, string? types)
    {
        var wanted = types?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        EventTypes.EnsureKnown(wanted ?? [], "types");
        return new EventFilter(caller.WorkspaceId, caller.AccountIds?.ToList(), wanted is { Length: > 0 } ? wanted : null);
    }
}
