using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>A feed, sitemap or list of products that is looked at again and again: what is new in it becomes pins.</summary>
public sealed record Source
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string Url { get; init; }
    /// <summary>What kind of file it was found to be; null until it was read.</summary>
    [OneOf(typeof(ImportFormat))]
    public string? Format { get; init; }
    /// <summary>active, paused, or failing: it could not be read several times, and is tried again.</summary>
    [OneOf(typeof(SourceStatus))]
    public required string Status { get; init; }
    public required long CheckEverySeconds { get; init; }
    /// <summary>How far back its first run goes: all, new_only, or a time.</summary>
    public required string Start { get; init; }
    /// <summary>The board of items for which nothing else says one.</summary>
    public string? Board { get; init; }
    /// <summary>What is which in it; null where the account's mapping counts.</summary>
    public ImportMapping? Map { get; init; }
    /// <summary>Whether its pins go out without that anybody looks at them.</summary>
    public required bool AutoApprove { get; init; }
    /// <summary>The person who answers for that.</summary>
    public string? AutoApproveAcceptedBy { get; init; }
    public DateTimeOffset? AutoApproveAcceptedAt { get; init; }
    /// <summary>The address that it has moved to for good, as its server says; change url to it.</summary>
    public string? MovedTo { get; init; }
    public DateTimeOffset? LastCheckedAt { get; init; }
    /// <summary>When its file was last another one than before.</summary>
    public DateTimeOffset? LastChangedAt { get; init; }
    /// <summary>Null while it is paused.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }
    /// <summary>Why the last check did not come to its end; null when it did.</summary>
    public SourceError? LastError { get; init; }
    /// <summary>How many items it has in each state.</summary>
    public required SourceCounts Counts { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static Source From(SourceRow row, SourceCounts counts) => new()
    {
        Id = row.Id,
        AccountId = row.AccountId,
        Url = row.Url,
        Format = row.Format,
        Status = row.Status,
        CheckEverySeconds = row.CheckEverySeconds,
        Start = row.From.Text,
        Board = row.Board,
        Map = WatchedFiles.ReadMapping(row.Mapping),
        AutoApprove = row.IsAutoApproved,
        AutoApproveAcceptedBy = row.AutoApproveAcceptedBy,
        AutoApproveAcceptedAt = row.AutoApproveAcceptedAt,
        MovedTo = row.MovedTo,
        LastCheckedAt = row.LastCheckedAt,
        LastChangedAt = row.LastChangedAt,
        NextCheckAt = row.IsPaused ? null : row.NextCheckAt,
        LastError = row.ErrorCode is { } code
            ? new SourceError(code, row.ErrorMessage ?? "", row.ErrorRemediation, row.ErrorAt ?? row.UpdatedAt)
            : null,
        Counts = counts,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}

/// <summary>Why a source could not be read to its end.</summary>
public sealed record SourceError(string Code, string Message, string? Remediation, DateTimeOffset At);

/// <summary>How many items of a source are in each state.</summary>
/// <param name="Old">They were there before it started; no pins.</param>
/// <param name="Pinned">It made their pins.</param>
/// <param name="Existing">An import or another source had made their pins.</param>
/// <param name="Failed">Something is wrong with them.</param>
/// <param name="Skipped">Rules leave them out.</param>
/// <param name="Gone">They are not there any more; their pins are as they were.</param>
public sealed record SourceCounts(long Old, long Pinned, long Existing, long Failed, long Skipped, long Gone)
{
    internal long WithPins => Pinned + Existing;
}
