using Connector.Http;
using Connector.Pins.Lifecycle;

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
    /// <summary>
    /// Of an unknown outcome, what followed: found, absent (sent again), undecided, resolved by hand; null while its board is read.
    /// </summary>
    [OneOf(typeof(AttemptConclusion))]
    public string? Conclusion { get; init; }
    /// <summary>Of an unknown outcome: every reading of the board, what was found and why it counted or not.</summary>
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
internal sealed class ListAttempts(PinLife life) : Operation<IdCall, Page<Attempt>>
{
    public override void Configure()
    {
        Get("/{id}/attempts");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("List what was tried for a pin, newest first.", 404);
    }

    public override Task<Page<Attempt>> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Task.FromResult(new Page<Attempt>(life.Attempts(Caller, call.Id), null));
}
