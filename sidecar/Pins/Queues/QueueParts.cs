using Connector.Storage;

namespace Connector.Pins.Queues;

/// <summary>The parts of the queue that an index of the store has in order.</summary>
internal sealed class QueueParts(Database database)
{
    /// <summary>Pins of a status with an index, the oldest first.</summary>
    public Part ById(IReadOnlyList<string> accountIds, string status) => (after, most) => Ids(
        $"select id from pins where account_id in @accountIds and status = '{status}' and id > @after order by id limit @most",
        new { accountIds, after = after ?? "", most });

    /// <summary>The same, the newest first.</summary>
    public Part LastFirst(IReadOnlyList<string> accountIds, string status) => (after, most) => Ids(
        $"select id from pins where account_id in @accountIds and status = '{status}' and id < @after order by id desc limit @most",
        new { accountIds, after = after ?? "~", most });

    /// <summary>Waiting pins by the time before which they do not go.</summary>
    public Part ByTime(IReadOnlyList<string> accountIds, string isStatus) => (after, most) =>
    {
        var (dueAt, id) = after is null ? (0, "") : QueueCursor.Time(after);
        return Places(
            $"""
            select id, due_at as number from pins
            where account_id in @accountIds and {isStatus} and due_at >= @dueAt and (due_at > @dueAt or id > @id)
            order by due_at, id limit @most
            """,
            new { accountIds, dueAt, id, most });
    };

    /// <summary>What one account published, the last first.</summary>
    public Part Published(string accountId, QueueFilter filter) => (after, most) =>
    {
        var (at, id) = after is null ? (long.MaxValue, "") : QueueCursor.Time(after);
        return Places(
            $"""
            select id, published_at as number from pins
            where account_id = @accountId and status = '{PinStatus.Published}' and published_at <= @at
              and (published_at < @at or id < @id)
              {(filter.From is null ? "" : "and published_at >= @From")} {(filter.Before is null ? "" : "and published_at < @Before")}
            order by published_at desc, id desc limit @most
            """,
            new { accountId, at, id, most, filter.From, filter.Before });
    };

    /// <summary>Whatever has ended in any account, the last first.</summary>
    public Part Ended() => (after, most) =>
    {
        var (at, id) = after is null ? (long.MaxValue, "") : QueueCursor.Time(after);
        return Places(
            $"""
            select id, updated_at as number from pins
            where status in {PinStatusSets.Final} and updated_at <= @at and (updated_at < @at or id < @id)
            order by updated_at desc, id desc limit @most
            """,
            new { at, id, most });
    };

    private List<(string Id, string Key)> Ids(string query, object args) =>
        database.Read(sql => sql.Query<string>(query, args)).ConvertAll(id => (id, id));

    private List<(string Id, string Key)> Places(string query, object args) => database
        .Read(sql => sql.Query<(string Id, long Number)>(query, args))
        .ConvertAll(each => (each.Id, QueueCursor.Of(each.Number, each.Id)));
}
