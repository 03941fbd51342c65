using Connector.Http;
using Connector.Http.OpenApi;

namespace Connector.Pins;

/// <summary>One try at publishing a pin.</summary>
public sealed record Attempt
{
    public string Id { get; init; } = "";
    public long Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>accepted, refused, not_sent, unknown; null while it is under way.</summary>
    [OneOf(typeof(AttemptOutcome))]
    public string? Outcome { get; init; }
    public long? HttpStatus { get; init; }
    public long? PinterestCode { get; init; }
    public string? Message { get; init; }
    /// <summary>What Pinterest's support asks for (x-pinterest-rid).</summary>
    public string? PinterestRequestId { get; init; }
    public string? PinterestPinId { get; init; }
    /// <summary>Of an unknown outcome, what followed: found, absent (sent again), undecided, resolved by hand; null while it is looked for.</summary>
    [OneOf("AttemptConclusion", "found", "absent", "undecided", "resolved")]
    public string? Conclusion { get; init; }
    /// <summary>Of an unknown outcome: every look at the board, what it saw and why it counted or not.</summary>
    public IReadOnlyList<BoardLookup>? Looks { get; init; }

    internal static Attempt From(AttemptRow row) => new()
    {
        Id = row.Id,
        Number = row.Number,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        Outcome = row.Outcome,
        HttpStatus = row.HttpStatus,
        PinterestCode = row.PinterestCode,
        Message = row.Message,
        PinterestRequestId = row.PinterestRequestId,
        PinterestPinId = row.PinterestPinId,
        Conclusion = row.Conclusion,
        Looks = row.Outcome == AttemptOutcome.Unknown ? BoardLookup.Read(row.Evidence) : null,
    };
}

/// <summary>GET /v1/pins/{id}/attempts</summary>
public sealed class ListAttempts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}/attempts", Handle).WithName(nameof(ListAttempts)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>List what was tried for a pin, newest first.</summary>
    internal static Page<Attempt> Handle(string id, Caller caller, PinStore pins, AttemptStore attempts)
    {
        pins.Get(caller, id);
        return new Page<Attempt>(attempts.Of(id).ConvertAll(Attempt.From), null);
    }
}
