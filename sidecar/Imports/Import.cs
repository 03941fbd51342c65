using Connector.Http;

namespace Connector.Imports;

/// <summary>A file whose rows become pins, and how far that is.</summary>
public sealed record Import
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    /// <summary>As it was given, or the name of the file.</summary>
    public required string Name { get; init; }
    /// <summary>The address that it was fetched from; null for a file that was sent.</summary>
    public string? SourceUrl { get; init; }
    /// <summary>What kind of file it is.</summary>
    [OneOf(typeof(ImportFormat))]
    public required string Format { get; init; }
    /// <summary>Whether it only shows what each row would become.</summary>
    public required bool DryRun { get; init; }
    /// <summary>The day of the event that rows without a day or a time of their own are for.</summary>
    public DateOnly? EventDate { get; init; }
    /// <summary>How many days before event_date the season begins; null for 75.</summary>
    public int? LeadDays { get; init; }
    /// <summary>Whether rows of a season are spread over it.</summary>
    public required bool Spread { get; init; }
    /// <summary>completed, completed_with_errors, failed and canceled are final.</summary>
    [OneOf(typeof(ImportStatus))]
    public required string Status { get; init; }
    /// <summary>Rows of the file; several lines about one product are one. Null until they are counted.</summary>
    public long? Total { get; init; }
    /// <summary>Rows that are worked.</summary>
    public required long Done { get; init; }
    /// <summary>Pins that were made; in a dry run those that would be.</summary>
    public required long Created { get; init; }
    /// <summary>Pins that an earlier import of the account had made of the same rows.</summary>
    public required long Existing { get; init; }
    /// <summary>What is wrong, and can be corrected and sent again: see errors.csv.</summary>
    public required long Failed { get; init; }
    /// <summary>Rows that the mapping's rules leave out, such as products that are out of stock.</summary>
    public required long Skipped { get; init; }
    /// <summary>In a dry run: when the last of its pins would go out; null when that is not known.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }
    /// <summary>Why it does not go on now, and when it is tried again; null when it goes on.</summary>
    public ImportWait? WaitingFor { get; init; }
    /// <summary>What else there is to know, such as that the file has no rows; null when nothing is.</summary>
    public string? Note { get; init; }
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

    internal static Import From(ImportRow row) => new()
    {
        Id = row.Id,
        AccountId = row.AccountId,
        Name = row.Name,
        SourceUrl = row.SourceUrl,
        Format = row.Format,
        DryRun = row.IsDryRun,
        EventDate = row.EventDay,
        LeadDays = (int?)row.LeadDays,
        Spread = row.IsSpread,
        Status = row.Status,
        Total = row.Total,
        Done = row.Done,
        Created = row.Created,
        Existing = row.Existing,
        Failed = row.Failed,
        Skipped = row.Skipped,
        ExpectedAt = row.ExpectedAt,
        WaitingFor = row.WaitCode is { } code
            ? new ImportWait { Code = code, Message = row.WaitMessage ?? "", Until = row.WaitUntil }
            : null,
        Note = row.Total == 0 ? "The file has a list without any product or post, so no pin is made." : null,
        ErrorCode = row.ErrorCode,
        ErrorMessage = row.ErrorMessage,
        ErrorRemediation = row.ErrorRemediation,
        IdempotencyKey = row.IdempotencyKey,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        EndedAt = row.EndedAt,
    };
}

/// <summary>Why an import does not go on now.</summary>
public sealed record ImportWait
{
    /// <summary>Why, for programs: reconnect_required, pinterest_unavailable, rate_limited, storage_unavailable and the like.</summary>
    public required string Code { get; init; }
    /// <summary>Why, and what to do about it.</summary>
    public required string Message { get; init; }
    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? Until { get; init; }
}
