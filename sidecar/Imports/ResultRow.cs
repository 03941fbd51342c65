namespace Connector.Imports;

/// <summary>A row of <c>import_results</c>.</summary>
internal sealed record ResultRow
{
    public string ImportId { get; init; } = "";
    public long Number { get; init; }
    public long RowNumber { get; init; }
    public string? ItemKey { get; init; }
    public string Status { get; init; } = "";
    public string? PinId { get; init; }
    public string? Details { get; init; }
    public DateTimeOffset? ExpectedAt { get; init; }
}

/// <summary>What became of a row; the CHECK constraint allows these.</summary>
internal static class ResultStatus
{
    public const string Created = "created";
    public const string Existing = "existing";
    public const string Failed = "failed";
    public const string Skipped = "skipped";

    public static readonly IReadOnlyList<string> All = [Created, Existing, Failed, Skipped];
}
