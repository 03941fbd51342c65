using System.Globalization;

namespace Connector.Imports;

/// <summary>A row of <c>imports</c>.</summary>
internal sealed record ImportRow
{
    private const string DayForm = "yyyy-MM-dd";

    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string KeyId { get; init; } = "";
    public string Name { get; init; } = "";
    public string? SourceUrl { get; init; }
    public string Format { get; init; } = "";
    public string Encoding { get; init; } = "";
    public long DryRun { get; init; }
    public string Mapping { get; init; } = "{}";
    public string? EventDate { get; init; }
    public long? LeadDays { get; init; }
    public long Spread { get; init; }
    public string? IdempotencyKey { get; init; }
    public string RequestHash { get; init; } = "";
    public long Bytes { get; init; }
    public string Status { get; init; } = ImportStatus.Queued;
    public long? Total { get; init; }
    public long Done { get; init; }
    public long Results { get; init; }
    public long Created { get; init; }
    public long Existing { get; init; }
    public long Failed { get; init; }
    public long Skipped { get; init; }
    public long Tries { get; init; }
    public DateTimeOffset? ExpectedAt { get; init; }
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

    /// <summary>The day of the event that rows without a day or a time of their own are for.</summary>
    public DateOnly? EventDay => EventDate is null ? null : DateOnly.ParseExact(EventDate, DayForm, CultureInfo.InvariantCulture);

    public bool IsDryRun => DryRun == 1;

    public bool IsSpread => Spread == 1;

    public static string? DayOf(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);
}
