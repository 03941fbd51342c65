using System.Globalization;
using Connector.Http;
using Connector.Seasons;
using Connector.Seasons.Calendars;

namespace Connector.Tests.Seasons;

/// <summary>The dates of countries against the true ones of several years, as official calendars have them.</summary>
public sealed class SeasonDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Theory]
    [InlineData("US", "easter", "2000-04-23 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2030-04-21 2038-04-25")]
    [InlineData("US", "thanksgiving", "2024-11-28 2025-11-27 2026-11-26 2027-11-25")]
    [InlineData("US", "black_friday", "2024-11-29 2025-11-28 2026-11-27")]
    [InlineData("US", "cyber_monday", "2024-12-02 2025-12-01 2026-11-30")]
    [InlineData("US", "mothers_day", "2024-05-12 2025-05-11 2026-05-10 2027-05-09")]
    [InlineData("US", "fathers_day", "2024-06-16 2025-06-15 2026-06-21")]
    [InlineData("US", "hanukkah", "2024-12-25 2025-12-14 2026-12-04 2027-12-24 2028-12-12")]
    [InlineData("US", "lunar_new_year", "2024-02-10 2025-01-29 2026-02-17 2027-02-06")]
    [InlineData("US", "ramadan", "2024-03-11 2025-03-01 2026-02-18 2027-02-08 2030-01-05 2030-12-26")]
    [InlineData("US", "eid_al_fitr", "2024-04-10 2025-03-30 2026-03-20")]
    [InlineData("US", "eid_al_adha", "2024-06-16 2025-06-06 2026-05-27")]
    [InlineData("CA", "thanksgiving", "2024-10-14 2025-10-13 2026-10-12")]
    [InlineData("CA", "back_to_school", "2024-09-03 2025-09-02 2026-09-08")]
    [InlineData("GB", "mothers_day", "2024-03-10 2025-03-30 2026-03-15 2027-03-07")]
    [InlineData("GB", "fathers_day", "2025-06-15 2026-06-21")]
    [InlineData("AU", "mothers_day", "2025-05-11 2026-05-10")]
    [InlineData("AU", "fathers_day", "2024-09-01 2025-09-07 2026-09-06")]
    [InlineData("DE", "fathers_day", "2024-05-09 2025-05-29 2026-05-14")]
    [InlineData("DE", "advent", "2022-11-27 2023-12-03 2024-12-01 2025-11-30 2026-11-29")]
    [InlineData("DE", "carnival", "2024-02-13 2025-03-04 2026-02-17")]
    [InlineData("AT", "fathers_day", "2025-06-08 2026-06-14")]
    [InlineData("CH", "fathers_day", "2025-06-01 2026-06-07")]
    [InlineData("FR", "mothers_day", "2020-06-07 2023-06-04 2024-05-26 2025-05-25 2026-05-31")]
    [InlineData("ES", "mothers_day", "2024-05-05 2025-05-04 2026-05-03")]
    [InlineData("IT", "fathers_day", "2025-03-19 2026-03-19")]
    [InlineData("NL", "kings_day", "2024-04-27 2025-04-26 2026-04-27")]
    [InlineData("BR", "valentines_day", "2025-06-12 2026-06-12")]
    [InlineData("BR", "mothers_day", "2025-05-11 2026-05-10")]
    [InlineData("BR", "fathers_day", "2024-08-11 2025-08-10 2026-08-09")]
    [InlineData("MX", "mothers_day", "2025-05-10 2026-05-10")]
    [InlineData("MX", "back_to_school", "2024-08-26 2026-08-31")]
    [InlineData("JP", "white_day", "2026-03-14")]
    [InlineData("IN", "national_day", "2026-08-15")]
    public void A_date_is_where_official_calendars_have_it(string country, string key, string days)
    {
        var rule = Assert.Single(Countries.All[country], rule => rule.Key == key);
        var dates = days.Split(' ').Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(dates, dates.Select(day => day.Year).Distinct().SelectMany(rule.On).Order());
    }

    [Fact]
    public void A_country_tells_the_next_18_months_the_next_date_first_and_when_to_begin()
    {
        var dates = SeasonDates.Of("us", Today);

        Assert.Equal(dates.OrderBy(date => date.Date).ThenBy(date => date.Key, StringComparer.Ordinal), dates);
        Assert.All(dates, date => Assert.InRange(date.Date, Today, new DateOnly(2028, 5, 2)));
        Assert.Equal(
            new SeasonDate
            {
                Key = "thanksgiving",
                Name = "Thanksgiving",
                Date = new DateOnly(2026, 11, 26),
                Earliest = new DateOnly(2026, 8, 28),
                StartBy = new DateOnly(2026, 9, 27),
            },
            dates.First(date => date.Key == "thanksgiving"));
        Assert.Equal(2, dates.Count(date => date.Key == "christmas"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" us ")]
    public void Without_a_country_it_is_the_United_States(string? country) =>
        Assert.Equal(SeasonDates.Of("US", Today), SeasonDates.Of(country, Today));

    [Fact]
    public void An_unknown_country_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<ProblemException>(() => SeasonDates.Of("Germany", Today)).Problem;

        Assert.Equal((400, "validation_failed"), (refused.Status, refused.Code));
        Assert.StartsWith(
            "is \"Germany\", and must be one of US, GB, CA, AU, DE, AT, CH, FR, ES, IT, NL, BR, MX, JP, IN.",
            Assert.Single(refused.Errors!["country"]), StringComparison.Ordinal);
    }

    public static TheoryData<string> Known() => [.. Countries.All.Keys];

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_key_stands_once_in_a_country_and_has_one_name_and_a_day_in_every_year(string country)
    {
        var rules = Countries.All[country];

        Assert.Equal(rules.Select(rule => rule.Key).Distinct(), rules.Select(rule => rule.Key));
        Assert.All(rules, rule => Assert.Matches("^[a-z_]+$", rule.Key));
        foreach (var year in Enumerable.Range(2024, 50))
            Assert.All(rules.SelectMany(rule => rule.On(year)), day => Assert.Equal(year, day.Year));
        Assert.All(rules, rule => Assert.NotEmpty(Enumerable.Range(2026, 2).SelectMany(rule.On)));
    }

    [Fact]
    public void Years_that_a_calendar_of_the_moon_does_not_know_have_none_of_its_dates() =>
        Assert.DoesNotContain(
            SeasonDates.Of("US", new DateOnly(2300, 1, 1)), date => date.Key is "ramadan" or "lunar_new_year" or "hanukkah");
}
