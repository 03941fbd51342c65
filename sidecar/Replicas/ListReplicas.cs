using Connector.Http;

namespace Connector.Replicas;

/// <summary>A process of the connector that works accounts of this database.</summary>
public sealed record Replica
{
    public required string Id { get; init; }

    /// <summary>Connector:Replicas:Name, or the name of its machine.</summary>
    public required string Name { get; init; }

    /// <summary>alive, or gone: it has not said for longer than its lease that it lives, and others take its accounts.</summary>
    [OneOf("ReplicaStatus", "alive", "gone")]
    public required string Status { get; init; }

    /// <summary>How many accounts it works, of all workspaces.</summary>
    public long Accounts { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last said that it lives.</summary>
    public DateTimeOffset SeenAt { get; init; }

    internal static Replica From(ReplicaRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Status = row.IsAlive == 1 ? "alive" : "gone",
        Accounts = row.Accounts,
        StartedAt = row.StartedAt,
        SeenAt = row.SeenAt,
    };
}

/// <summary>GET /v1/replicas</summary>
internal sealed class ListReplicas(IAccountLeases leases) : Operation<Page<Replica>>
{
    public override void Configure()
    {
        Get("/v1/replicas");
        Policies(Scope.Admin);
        Description(route => route.WithTags("Health"));
        Describe("List the processes that share the database, the oldest first, and how many accounts each works; with SQLite there is "
            + "one.");
    }

    protected override Task<Page<Replica>> AnswerAsync(CancellationToken cancellation) =>
        Task.FromResult(new Page<Replica>([.. leases.Processes().Select(Replica.From)], null));
}
