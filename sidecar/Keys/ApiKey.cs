using Connector.Http;

namespace Connector.Keys;

/// <summary>An API key; its text is never shown again after it was made.</summary>
public sealed record ApiKey
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>read, publish, approve, admin.</summary>
    [OneOf(typeof(Scope))]
    public required IReadOnlyList<string> Scopes { get; init; }
    /// <summary>The accounts the key is limited to; null for all of the workspace.</summary>
    public IReadOnlyList<string>? AccountIds { get; init; }
    public required string WorkspaceId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    internal static ApiKey From(KeyRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Scopes = row.Scopes.Split(' '),
        AccountIds = row.AccountIds?.Split(' '),
        WorkspaceId = row.WorkspaceId,
        CreatedAt = row.CreatedAt,
        RevokedAt = row.RevokedAt,
    };
}
