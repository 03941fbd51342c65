using Connector.Http;
using Connector.Seasons.Calendars;

namespace Connector.Seasons;

/// <summary>The common dates of a country in the months to come, computed from rules.</summary>
internal static class SeasonDates
{
    /// <summary>How far ahead they are told.</summary>
    public const int Months = 18;

    // People search 60 to 90 days ahead.
    private const int EarliestDays = 90, StartDays = 60;

    /// <summary>Those from today on, the next first.</summary>
    /// <param name="country">Such as DE, in capitals or not; null for US.</param>
    /// <param name="today">The first day.</param>
    /// <exception cref="ProblemException">The country is not known here.</exception>
    public static IReadOnlyList<SeasonDate> Of(string? country, DateOnly today)
    {
        var code = string.IsNullOrWhiteSpace(country) ? Countries.Default : country.Trim().ToUpperInvariant();
        if (!Countries.All.TryGetValue(code, out var rules))
            throw Problems.Invalid(
                "country",
                $"is \"{Shown.Cut(country!)}\", and must be one of {string.Join(", ", Countries.All.Keys)}. For another country give pins "
                    + "an event_date of your own.");

        var last = today.AddMonths(Months);
        var all =
            from year in Enumerable.Range(today.Year, last.Year - today.Year + 1)
            from rule in rules
            from date in rule.On(year)
            where date >= today && date <= last
            orderby date, rule.Key
            select new SeasonDate
            {
                Key = rule.Key,
                Name = rule.Name,
                Date = date,
                Earliest = date.AddDays(-EarliestDays),
                StartBy = date.AddDays(-StartDays),
            };
        return [.. all];
    }
}
