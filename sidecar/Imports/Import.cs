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
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ErrorRemediation { get; init; }
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
        Status = row.Status,
        Total = row.Total,
        Done = row.Done,
        Created = row.Created,
        Existing = row.Existing,
        Failed = row.Failed,
        Skipped = row.Skipped,
        ExpectedAt = row.ExpectedAt,
        WaitingFor = row.WaitCode is { } code ? new ImportWait(code, row.WaitMessage ?? "", row.WaitUntil) : null,
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
public sealed record ImportWait(string Code, string Message, DateTimeOffset? Until);
