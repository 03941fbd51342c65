namespace Connector.Sources;

/// <summary>A row of <c>sources</c>.</summary>
internal sealed record SourceRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string KeyId { get; init; } = "";
    public string Url { get; init; } = "";
    public string? Format { get; init; }
    public long CheckEverySeconds { get; init; }
    public string Start { get; init; } = SourceStart.NewOnly;
    public DateTimeOffset? StartSince { get; init; }
    public string? Mapping { get; init; }
    public string? Board { get; init; }
    public long Paused { get; init; }
    public long Failing { get; init; }
    public long AutoApprove { get; init; }
    public string? AutoApproveAcceptedBy { get; init; }
    public DateTimeOffset? AutoApproveAcceptedAt { get; init; }
    public string? Etag { get; init; }
    public string? LastModified { get; init; }
    public string? Sha256 { get; init; }
    public string? MovedTo { get; init; }
    public long Reads { get; init; }
    public long Failures { get; init; }
    public long Forced { get; init; }
    public DateTimeOffset? LastCheckedAt { get; init; }
    public DateTimeOffset? LastChangedAt { get; init; }
    public DateTimeOffset NextCheckAt { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ErrorRemediation { get; init; }
    public DateTimeOffset? ErrorAt { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? LeasedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public bool IsPaused => Paused == 1;

    public bool IsAutoApproved => AutoApprove == 1;

    public TimeSpan Every => TimeSpan.FromSeconds(CheckEverySeconds);

    public SourceStart From => new(Start, StartSince);

    public string Status => IsPaused ? SourceStatus.Paused : Failing == 1 ? SourceStatus.Failing : SourceStatus.Active;
}
