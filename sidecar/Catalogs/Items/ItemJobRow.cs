namespace Connector.Catalogs.Items;

/// <summary>A row of <c>item_jobs</c>.</summary>
internal sealed record ItemJobRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string KeyId { get; init; } = "";
    public string? AdAccountId { get; init; }
    public string? CatalogId { get; init; }
    public string Operation { get; init; } = "";
    public string Country { get; init; } = "";
    public string Language { get; init; } = "";
    public string? IdempotencyKey { get; init; }
    public string RequestHash { get; init; } = "";
    public string Status { get; init; } = ItemJobStatus.Queued;
    public long Total { get; init; }
    public long Succeeded { get; init; }
    public long Failed { get; init; }
    public long Unconfirmed { get; init; }
    public long Tries { get; init; }
    public string? WaitCode { get; init; }
    public string? WaitMessage { get; init; }
    public DateTimeOffset? WaitUntil { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ErrorRemediation { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? LeasedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>A row of <c>item_batches</c>.</summary>
internal sealed record ItemBatchRow
{
    public string JobId { get; init; } = "";
    public long Number { get; init; }
    public string State { get; init; } = ItemBatchState.Waiting;
    public string? Items { get; init; }
    public long Tries { get; init; }
    public string? BatchId { get; init; }
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>The states of a batch; the CHECK constraint allows these.</summary>
internal static class ItemBatchState
{
    public const string Waiting = "waiting";

    /// <summary>Written before the first byte leaves: a batch that is found so may have reached Pinterest.</summary>
    public const string Sending = "sending";

    /// <summary>Pinterest has it, and says how far it is.</summary>
    public const string Sent = "sent";

    public const string Ended = "ended";
}

/// <summary>A row of <c>item_results</c>.</summary>
internal sealed record ItemResultRow
{
    public long Number { get; init; }
    public string ItemId { get; init; } = "";
    public string Status { get; init; } = ItemResultStatus.Waiting;
    public string? Details { get; init; }
}
