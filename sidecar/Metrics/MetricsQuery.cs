using System.ComponentModel;
using Connector.Accounts;
using Connector.Http.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Metrics;

/// <summary>What every question about numbers may say.</summary>
public sealed record MetricsQuery
{
    [FromQuery(Name = "account_id"), AccountDescription]
    public string? AccountId { get; init; }

    [FromQuery(Name = "start_date"), Description("First day (UTC, YYYY-MM-DD), at most 89 days back; 30 days up to the end date if left out.")]
    public string? StartDate { get; init; }

    [FromQuery(Name = "end_date"), Description("Last day (UTC, YYYY-MM-DD); yesterday if left out, because today is not complete.")]
    public string? EndDate { get; init; }

    [FromQuery(Name = "metrics"), Description("Comma-separated: impressions, saves, pin_clicks, outbound_clicks, save_rate, and more by subject; the usual ones if left out.")]
    public string? Metrics { get; init; }

    [FromQuery(Name = "granularity"), Description("day: a row for each day. total: a row for the whole range. One pin and the account come by day, several pins and top pins as totals, unless said.")]
    [OneOf("Granularity", "day", "total")]
    public string? Granularity { get; init; }

    [FromQuery(Name = "format"), Description("json or csv; Accept: text/csv asks for csv too.")]
    [OneOf("TableFormat", "json", "csv")]
    public string? Format { get; init; }
}
