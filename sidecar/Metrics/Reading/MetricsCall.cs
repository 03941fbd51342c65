using System.ComponentModel;
using Connector.Accounts;
using Connector.Http;
using FastEndpoints;

namespace Connector.Metrics.Reading;

/// <summary>The parameters of every request for numbers.</summary>
public record MetricsCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description("First day (UTC, YYYY-MM-DD), at most 89 days back; 30 days up to the end date if left out.")]
    public string? StartDate { get; init; }

    [QueryParam, Description("Last day (UTC, YYYY-MM-DD); yesterday if left out, because today is not complete.")]
    public string? EndDate { get; init; }

    [QueryParam, Description(MetricsText)]
    public string? Metrics { get; init; }

    [QueryParam, Description(GranularityText)]
    [OneOf(typeof(Granularity))]
    public string? Granularity { get; init; }

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too.")]
    [OneOf(typeof(TableFormat))]
    public string? Format { get; init; }

    private const string MetricsText =
        "Comma-separated: impressions, saves, pin_clicks, outbound_clicks, save_rate, and more by subject; the usual ones if left out.";

    private const string GranularityText =
        "day: a row for each day. total: a row for the whole range. "
        + "One pin and the account come by day, several pins and top pins as totals, unless said.";
}
