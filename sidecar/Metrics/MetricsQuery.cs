using Microsoft.AspNetCore.Mvc;

namespace Connector.Metrics;

/// <summary>What every question about numbers may say.</summary>
public sealed record MetricsQuery
{
    /// <summary>The account; may be left out when there is only one.</summary>
    [FromQuery(Name = "account_id")]
    public string? AccountId { get; init; }

    /// <summary>First day (UTC, YYYY-MM-DD), at most 89 days back; 30 days up to the end date if left out.</summary>
    [FromQuery(Name = "start_date")]
    public string? StartDate { get; init; }

    /// <summary>Last day (UTC, YYYY-MM-DD); yesterday if left out, because today is not complete.</summary>
    [FromQuery(Name = "end_date")]
    public string? EndDate { get; init; }

    /// <summary>Comma-separated: impressions, saves, pin_clicks, outbound_clicks, save_rate, and more by subject; the usual ones if left out.</summary>
    [FromQuery(Name = "metrics")]
    public string? Metrics { get; init; }

    /// <summary>day: a row for each day. total: a row for the whole range. One pin and the account come by day, several pins and top pins as totals, unless said.</summary>
    [FromQuery(Name = "granularity")]
    public string? Granularity { get; init; }

    /// <summary>json or csv; Accept: text/csv asks for csv too.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }
}
