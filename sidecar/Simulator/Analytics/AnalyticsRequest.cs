using System.Globalization;
using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Analytics;

/// <summary>Which days and metrics are asked for, within what Pinterest allows.</summary>
internal sealed record AnalyticsRequest(DateOnly Today, IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Metrics)
{
    private const int LongestRange = 90;

    public static AnalyticsRequest Read(SimulatedCall call, DateTimeOffset now, string[] known, string[]? otherwise)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var start = Day(call, "start_date");
        var end = Day(call, "end_date");
        if (start > end) throw Refusal.Invalid("'start_date' is after 'end_date'");
        if (start < today.AddDays(-LongestRange)) throw Refusal.Invalid("'start_date' is more than 90 days back from today");
        if (end > start.AddDays(LongestRange)) throw Refusal.Invalid("'end_date' is more than 90 days after 'start_date'");
        call.OneOf("app_types", "ALL", "ALL", "MOBILE", "TABLET", "WEB");

        var metrics = call.Query("metric_types")?.Split(',') ?? otherwise ?? throw Refusal.Invalid("'metric_types' is a required property");
        if (metrics.FirstOrDefault(metric => !known.Contains(metric)) is { } unknown)
            throw Refusal.Invalid($"'{unknown}' is not a metric that can be had here");

        var days = Enumerable.Range(start.DayNumber, end.DayNumber - start.DayNumber + 1).Select(DateOnly.FromDayNumber);
        return new AnalyticsRequest(today, [.. days], metrics);
    }

    /// <summary>Today's numbers are not there yet, and yesterday's are an estimate.</summary>
    public string StatusOf(DateOnly day, DateOnly? since) =>
        day < since ? "BEFORE_PIN_CREATED"
        : day >= Today ? "PROCESSING"
        : day == Today.AddDays(-1) ? "ESTIMATE"
        : "READY";

    private static DateOnly Day(SimulatedCall call, string name) =>
        call.Query(name) is not { } text ? throw Refusal.Invalid($"'{name}' is a required property")
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Refusal.Invalid($"'{text}' is not a date");
}
