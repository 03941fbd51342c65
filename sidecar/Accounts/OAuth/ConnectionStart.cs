using Connector.Pinterest;

namespace Connector.Accounts.OAuth;

/// <summary>A row of <c>connection_starts</c>: a link for connecting an account, and who may use it.</summary>
internal sealed record ConnectionStart
{
    /// <summary>Hash of the one-time id in the link.</summary>
    public string Id { get; init; } = "";

    /// <summary>Hash of what Pinterest sends back; null until a browser has opened the link.</summary>
    public string? State { get; init; }

    /// <summary>Hash of that browser's cookie.</summary>
    public string? Browser { get; init; }
    public string WorkspaceId { get; init; } = "";
    public string KeyId { get; init; } = "";
    public PinterestEnvironment Environment { get; init; }

    /// <summary>The account to connect again; null for a new one.</summary>
    public string? AccountId { get; init; }
    public string AppId { get; init; } = "";
    public string RedirectUri { get; init; } = "";
    public string? ReturnUrl { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }

    public override string ToString() => $"connecting an account of {WorkspaceId}";
}
