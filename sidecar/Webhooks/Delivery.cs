using Connector.Http;

namespace Connector.Webhooks;

/// <summary>An event on its way to a webhook or to a pin's callback, and what came of it.</summary>
public sealed record Delivery
{
    public required string Id { get; init; }
    public required string EventId { get; init; }
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public required string EventType { get; init; }
    /// <summary>The webhook; null for a callback.</summary>
    public string? WebhookId { get; init; }
    /// <summary>pending, delivered, or failed: given up.</summary>
    [OneOf("DeliveryStatus", DeliveryRow.Pending, DeliveryRow.Delivered, DeliveryRow.Failed)]
    public required string Status { get; init; }
    /// <summary>When it is tried next; null once it is no longer pending.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<DeliveryAttempt> Attempts { get; init; }

    internal static Delivery From(DeliveryRow row, IEnumerable<DeliveryAttempt> attempts) => new()
    {
        Id = row.Id,
        EventId = row.EventId,
        EventType = row.Type,
        WebhookId = row.WebhookId,
        Status = row.Status,
        NextAttemptAt = row.Status == DeliveryRow.Pending ? row.NextAt : null,
        CreatedAt = row.CreatedAt,
        EndedAt = row.EndedAt,
        Attempts = [.. attempts],
    };
}

/// <summary>
/// One try: where to, and how it was answered (the first 1,000 characters); the body is the event, GET /v1/events shows it.
/// </summary>
public sealed record DeliveryAttempt
{
    internal string DeliveryId { get; init; } = "";
    public long Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>Milliseconds from the beginning to the answer's end.</summary>
    public long TookMs { get; init; }
    /// <summary>Without user name, password and query, which may hold secrets: GET /v1/webhooks shows the whole address.</summary>
    public string Url { get; init => field = ReceiverAddress.WithoutSecrets(value); } = "";
    /// <summary>Null when there was no answer.</summary>
    public long? HttpStatus { get; init; }
    public string? Answer { get; init; }
    /// <summary>What happened, in words.</summary>
    public string Message { get; init; } = "";
}

/// <summary>A row of <c>deliveries</c> with its event.</summary>
internal sealed record DeliveryRow
{
    public const string Pending = "pending", Delivered = "delivered", Failed = "failed";

    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string EventId { get; init; } = "";
    public string? WebhookId { get; init; }
    public string? Url { get; init; }
    public string? KeyId { get; init; }
    public string Receiver { get; init; } = "";

    /// <summary>The pin or account that it is about, or else the event.</summary>
    public string Subject { get; init; } = "";
    public string Status { get; init; } = Pending;
    public long AttemptCount { get; init; }
    public long Tries { get; init; }
    public DateTimeOffset NextAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The event's.</summary>
    public string Type { get; init; } = "";

    public bool IsCallback => WebhookId is null;
}
