namespace Connector.Seasons.Calendars;

/// <summary>A date that comes every year.</summary>
/// <param name="Key">For programs; the same in every country.</param>
/// <param name="Name">For people.</param>
/// <param name="On">Its days in a year: one as a rule, but a date of the moon may come twice or not at all.</param>
internal sealed record SeasonRule(string Key, string Name, Func<int, IEnumerable<DateOnly>> On)
{
    public static SeasonRule Yearly(string key, string name, Func<int, DateOnly> on) => new(key, name, year => [on(year)]);

    public static SeasonRule Fixed(string key, string name, int month, int day) => Yearly(key, name, Days.Fixed(month, day));
}
