using System.Globalization;
using Connector.Http;

namespace Connector.Metrics.Reading;

/// <summary>Days in UTC, the first and the last included.</summary>
internal sealed record DateRange(DateOnly Start, DateOnly End)
{
    private const int Usual = 30;

    // Pinterest allows 90, by a clock of its own; one day less is safe around midnight.
    private const int Farthest = 89;

    public IEnumerable<DateOnly> Days =>
        Enumerable.Range(Start.DayNumber, End.DayNumber - Start.DayNumber + 1).Select(DateOnly.FromDayNumber);

    /// <summary>The days asked for; the last 30 complete ones where nothing is said.</summary>
    public static DateRange Of(string? startDate, string? endDate, DateOnly today)
    {
        var earliest = today.AddDays(-Farthest);
        var start = Parse(startDate, "start_date");
        var end = Parse(endDate, "end_date") ?? (start == today ? today : today.AddDays(-1));
        if (end > today) throw Problems.Invalid("end_date", $"must not be in the future; today is {Text(today)} in UTC.");
        if (end < earliest) throw Problems.Invalid("end_date", $"is too far back: Pinterest's numbers begin on {Text(earliest)}.");

        start ??= end.AddDays(1 - Usual) is var usual && usual < earliest ? earliest : usual;
        if (start > end) throw Problems.Invalid("start_date", $"must not be after the end date {Text(end)}.");
        if (start < earliest) throw Problems.Invalid("start_date", $"is too far back: Pinterest's numbers begin on {Text(earliest)}.");
        return new DateRange(start.Value, end);
    }

    /// <summary>So many complete days, the last of them yesterday, or as many as Pinterest gives.</summary>
    public static DateRange Last(int days, DateOnly today) => new(today.AddDays(-Math.Min(days, Farthest)), today.AddDays(-1));

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string? text, string field) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Problems.Invalid(field, "must be a date such as 2026-12-24.");
}
