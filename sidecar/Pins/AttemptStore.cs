using Connector.Storage;

namespace Connector.Pins;

/// <summary>What was tried for a pin.</summary>
internal sealed class AttemptStore(Database database)
{
    /// <summary>Newest first.</summary>
    public List<AttemptRow> Of(string pinId) => database.Read(sql =>
        sql.Query<AttemptRow>("select * from attempts where pin_id = @pinId order by number desc", new { pinId }));
}

/// <summary>A row of <c>attempts</c>.</summary>
internal sealed record AttemptRow
{
    public string Id { get; init; } = "";
    public string PinId { get; init; } = "";
    public long Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Outcome { get; init; }
    public long? HttpStatus { get; init; }
    public long? PinterestCode { get; init; }
    public string? Message { get; init; }
    public string? PinterestRequestId { get; init; }
    public string? PinterestPinId { get; init; }
    public string? Evidence { get; init; }
    public string? Conclusion { get; init; }

    /// <summary>Pinterest's time agreed with ours when it began.</summary>
    public bool ClockConfirmed { get; init; }

    /// <summary>Of an attempt that a restore made up: what the pin was in the backup.</summary>
    public string? RestoredAs { get; init; }
}
