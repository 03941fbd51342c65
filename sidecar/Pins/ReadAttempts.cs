using Connector.Api;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>One try at publishing a pin.</summary>
public sealed record Attempt
{
    public string Id { get; init; } = "";
    public long Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>accepted, refused, not_sent, unknown; null while it is under way.</summary>
    public string? Outcome { get; init; }
    public long? HttpStatus { get; init; }
    public long? PinterestCode { get; init; }
    public string? Message { get; init; }
    /// <summary>What Pinterest's support asks for (x-pinterest-rid).</summary>
    public string? PinterestRequestId { get; init; }
    public string? PinterestPinId { get; init; }
}

/// <summary>GET /v1/pins/{id}/attempts</summary>
public sealed class ListAttempts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}/attempts", Handle).WithName(nameof(ListAttempts)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>List what was tried for a pin, newest first.</summary>
    internal static Page<Attempt> Handle(string id, Caller caller, PinStore pins, Database database)
    {
        pins.Get(caller, id);
        return new Page<Attempt>(
            database.Read(sql => sql.Query<Attempt>("select * from attempts where pin_id = @id order by number desc", new { id })), null);
    }
}
