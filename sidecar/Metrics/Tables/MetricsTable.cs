using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Metrics.Tables;

/// <summary>Numbers as flat rows, all with the same columns; a number that is not known is null, never 0.</summary>
public sealed record MetricsTable
{
    public required IReadOnlyList<MetricRow> Items { get; init; }

    /// <summary>The last day whose numbers are final; ask again later for the days after it. Null when that is not known.</summary>
    public DateOnly? CompleteThrough { get; init; }
    public required DateOnly StartDate { get; init; }
    public required DateOnly EndDate { get; init; }

    /// <summary>Why some pins could not be read this time (their data_status is not_read); left out when all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricsGap? Problem { get; init; }
}

/// <summary>Why rows are missing, and when to ask again for them.</summary>
public sealed record MetricsGap(string Code, string Message, string Remediation, long? RetryAfterSeconds)
{
    internal static MetricsGap Of(Problem problem) =>
        new(problem.Code, problem.Detail, problem.Remediation, problem.RetryAfterSeconds);
}

/// <summary>
/// Numbers of one pin or of the account (then without pin ids), of one day or of the whole range (then without date); the metrics are
/// further fields by their names.
/// </summary>
public sealed record MetricRow
{
    public string? PinId { get; init; }
    public string? PinterestPinId { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>
    /// Pinterest's word in lower case, above all ready (final), processing and estimate (may still change); or ours: no_data,
    /// not_published, not_found, not_permitted, not_measured (no metric asked for exists for this kind of pin), not_read (see problem).
    /// </summary>
    public string? DataStatus { get; init; }

    /// <summary>The numbers by our names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Numbers { get; init; } = new Dictionary<string, object?>();
}
