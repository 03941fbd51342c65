using Connector.Http;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>An address that hears of events.</summary>
public sealed record Webhook
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public string? Description { get; init; }
    /// <summary>The events it hears of; null for all.</summary>
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public IReadOnlyList<string>? Events { get; init; }
    /// <summary>The accounts it hears of; null for all.</summary>
    public IReadOnlyList<string>? AccountIds { get; init; }
    /// <summary>active or disabled.</summary>
    [OneOf("WebhookStatus", WebhookRow.Active, WebhookRow.Disabled)]
    public required string Status { get; init; }
    /// <summary>Why it is disabled, and what to do.</summary>
    public string? DisabledReason { get; init; }
    /// <summary>Since when nothing could be delivered; null when the last delivery succeeded.</summary>
    public DateTimeOffset? FailingSince { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    /// <summary>Signs its deliveries; shown once, when it was made here. Null otherwise.</summary>
    public string? Secret { get; init; }

    internal static Webhook From(WebhookRow row) => From(row, null);

    internal static Webhook From(WebhookRow row, string? secret) => new()
    {
        Id = row.Id,
        Url = row.Url,
        Description = row.Description,
        Events = row.Events?.Split(' '),
        AccountIds = row.AccountIds?.Split(' '),
        Status = row.Status,
        DisabledReason = row.DisabledReason,
        FailingSince = row.FailingSince,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Secret = secret,
    };
}
