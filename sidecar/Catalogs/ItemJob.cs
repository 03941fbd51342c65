using Connector.Catalogs.Items;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>Items that are sent to a catalog on Pinterest, and how far that is.</summary>
public sealed record ItemJob
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public string? AdAccountId { get; init; }
    /// <summary>null for the account's oldest retail catalog.</summary>
    public string? CatalogId { get; init; }
    [OneOf(typeof(ItemOperation))]
    public required string Operation { get; init; }
    public required string Country { get; init; }
    public required string Language { get; init; }
    /// <summary>completed, completed_with_errors and failed are final.</summary>
    [OneOf(typeof(ItemJobStatus))]
    public required string Status { get; init; }
    /// <summary>How many items.</summary>
    public required long Total { get; init; }
    public required long Succeeded { get; init; }
    /// <summary>What Pinterest refused: GET /v1/catalogs/items/{id}/results says why.</summary>
    public required long Failed { get; init; }
    /// <summary>What was sent, or may have been, and what became of it cannot be known.</summary>
    public required long Unconfirmed { get; init; }
    /// <summary>Why it does not go on now, and when it is tried again; null when it goes on.</summary>
    public ItemJobWait? WaitingFor { get; init; }
    /// <summary>Why it failed, for programs; null when it did not.</summary>
    public string? ErrorCode { get; init; }
    /// <summary>The same for people.</summary>
    public string? ErrorMessage { get; init; }
    /// <summary>What to do about it.</summary>
    public string? ErrorRemediation { get; init; }
    /// <summary>The key it was given.</summary>
    public string? IdempotencyKey { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    internal static ItemJob From(ItemJobRow row) => new()
    {
        Id = row.Id,
        AccountId = row.AccountId,
        AdAccountId = row.AdAccountId,
        CatalogId = row.CatalogId,
        Operation = row.Operation,
        Country = row.Country,
        Language = row.Language,
        Status = row.Status,
        Total = row.Total,
        Succeeded = row.Succeeded,
        Failed = row.Failed,
        Unconfirmed = row.Unconfirmed,
        WaitingFor = row.WaitCode is { } code
            ? new ItemJobWait { Code = code, Message = row.WaitMessage ?? "", Until = row.WaitUntil }
            : null,
        ErrorCode = row.ErrorCode,
        ErrorMessage = row.ErrorMessage,
        ErrorRemediation = row.ErrorRemediation,
        IdempotencyKey = row.IdempotencyKey,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        EndedAt = row.EndedAt,
    };
}

/// <summary>Why a job of items does not go on now.</summary>
public sealed record ItemJobWait
{
    /// <summary>Why, for programs: pinterest_processing, rate_limited, pinterest_unavailable, reconnect_required and the like.</summary>
    public required string Code { get; init; }
    /// <summary>Why, and what to do about it.</summary>
    public required string Message { get; init; }
    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? Until { get; init; }
}
