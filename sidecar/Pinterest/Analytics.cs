using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>What to measure, over which days (UTC, both included); nulls leave Pinterest's defaults.</summary>
internal sealed record AnalyticsQuery(DateOnly StartDate, DateOnly EndDate, IReadOnlyList<string>? MetricTypes = null)
{
    public string? AppTypes { get; init; }

    /// <summary>Answers come under one key per part; without a split the only key is <c>all</c>.</summary>
    public string? SplitField { get; init; }
}

/// <summary>Which of the account's numbers: own or claimed content, paid or organic.</summary>
internal sealed record AccountAnalyticsQuery(AnalyticsQuery Range)
{
    public string? FromClaimedContent { get; init; }
    public string? PinFormat { get; init; }
    public string? ContentType { get; init; }
    public string? Source { get; init; }
}

/// <summary>Which pins did best, by one metric.</summary>
internal sealed record TopPinsQuery(AccountAnalyticsQuery Filter, string SortBy)
{
    public int? NumOfPins { get; init; }

    /// <summary>Pinterest takes only 30.</summary>
    public int? CreatedInLastNDays { get; init; }
}

/// <summary>Metrics of one pin or account; a metric that is missing is unknown, never zero.</summary>
internal sealed record MetricSet
{
    public IReadOnlyList<DailyMetrics> DailyMetrics { get; init => field = value ?? []; } = [];
    public Dictionary<string, decimal?> SummaryMetrics { get; init => field = value ?? []; } = [];
    public Dictionary<string, decimal?> LifetimeMetrics { get; init => field = value ?? []; } = [];
}

/// <summary>One day's metrics; only those of status <c>READY</c> are final.</summary>
internal sealed record DailyMetrics
{
    public DateOnly? Date { get; init; }
    public string? DataStatus { get; init; }
    public Dictionary<string, decimal?> Metrics { get; init => field = value ?? []; } = [];
}

/// <summary>The best pins and how far the numbers reach.</summary>
internal sealed record TopPins
{
    public DateAvailability? DateAvailability { get; init; }
    public IReadOnlyList<TopPin> Pins { get; init => field = value ?? []; } = [];
    public string? SortBy { get; init; }
}

/// <summary>Up to when numbers are there, in Unix milliseconds.</summary>
internal sealed record DateAvailability
{
    public decimal? LatestAvailableTimestamp { get; init; }
    public bool? IsRealtime { get; init; }
}

/// <summary>One of the best pins.</summary>
internal sealed record TopPin
{
    public string PinId { get; init; } = "";
    public Dictionary<string, decimal?> Metrics { get; init => field = value ?? []; } = [];
    public Dictionary<string, string?> DataStatus { get; init => field = value ?? []; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}
