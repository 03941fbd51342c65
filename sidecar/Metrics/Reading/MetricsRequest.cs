using Connector.Http;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>A request for numbers, with its parameters parsed and checked.</summary>
internal sealed record MetricsRequest(DateRange Range, IReadOnlyList<Metric> Metrics, bool ByDay, bool AsCsv)
{
    /// <summary>By day unless the caller says otherwise: for one pin, and for the account.</summary>
    public static MetricsRequest ByDays(MetricsCall call, Measured subject, HttpRequest http, TimeProvider clock) =>
        Of(call, subject, Granularity.Day, CsvRows.AreWanted(call.Format, http), clock);

    /// <summary>The same for who takes no CSV.</summary>
    public static MetricsRequest ByDays(MetricsCall call, Measured subject, TimeProvider clock) =>
        Of(call, subject, Granularity.Day, isCsv: false, clock);

    /// <summary>In total unless the caller says otherwise: for several pins, and for top pins.</summary>
    public static MetricsRequest ByTotals(MetricsCall call, Measured subject, HttpRequest http, TimeProvider clock) =>
        Of(call, subject, Granularity.Total, CsvRows.AreWanted(call.Format, http), clock);

    /// <summary>The question for Pinterest, with the metrics that exist for the subject; null when there are none.</summary>
    public AnalyticsQuery? For(Measured subject) =>
        Metrics.Where(metric => metric.IsFor(subject)).Select(metric => metric.Pinterest).ToArray() is { Length: > 0 } names
            ? new AnalyticsQuery(Range.Start, Range.End, names)
            : null;

    private static MetricsRequest Of(MetricsCall call, Measured subject, string usualGranularity, bool isCsv, TimeProvider clock)
    {
        var byDay = (call.Granularity ?? usualGranularity) switch
        {
            Granularity.Day => true,
            Granularity.Total => false,
            _ => throw Problems.Invalid("granularity", "must be day or total."),
        };
        var range = DateRange.Of(call.StartDate, call.EndDate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return new MetricsRequest(range, Choose(call.Metrics, subject, byDay), byDay, isCsv);
    }

    /// <summary>The metrics named, or the usual ones; those that have no days are usual only in totals.</summary>
    internal static IReadOnlyList<Metric> Choose(string? names, Measured subject, bool byDay)
    {
        var known = Metric.All.Where(metric => metric.IsFor(subject)).ToList();
        if (names is null && subject == Measured.TopVideos) return known;
        if (names is null) return [.. known.Where(metric => metric.IsUsual && !(byDay && metric.IsLifetime))];

        var chosen = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();
        List<Metric> metrics = [.. chosen.Select(name => known.Find(metric => metric.Name == name) ?? throw Unknown(name, known))];
        return metrics.Count > 0 ? metrics : throw Problems.Invalid("metrics", "must name at least one metric, or be left out.");
    }

    private static ProblemException Unknown(string name, IEnumerable<Metric> known) => Problems.Invalid(
        "metrics", $"\"{name}\" is not a metric here; use {string.Join(", ", known.Select(metric => metric.Name))}.");
}
