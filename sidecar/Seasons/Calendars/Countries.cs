using static Connector.Seasons.Calendars.CommonRules;

namespace Connector.Seasons.Calendars;

/// <summary>The dates that shops and blogs of a country plan for, by its ISO 3166 code.</summary>
internal static class Countries
{
    public const string Default = "US";

    // Mothering Sunday is the fourth of Lent, three weeks before Easter.
    private static readonly SeasonRule MotheringSunday = Mother(Days.Easter(-21));

    private static readonly SeasonRule DiaDeMuertos = SeasonRule.Fixed("day_of_the_dead", "Day of the Dead", 11, 2);

    public static readonly IReadOnlyDictionary<string, SeasonRule[]> All = new Dictionary<string, SeasonRule[]>
    {
        ["US"] =
        [
            .. Everywhere, .. OfIslam, LunarNewYear, ValentinesDay, StPatricksDay, Easter, MothersDay, FathersDay, Halloween, Thanksgiving,
            Hanukkah, National("Independence Day", 7, 4), BackToSchool(Days.Fixed(8, 15)),
        ],
        ["GB"] =
        [
            .. Everywhere, .. OfIslam, LunarNewYear, ValentinesDay, StPatricksDay, Easter, MotheringSunday, FathersDay, Halloween, Hanukkah,
            BoxingDay, SeasonRule.Fixed("bonfire_night", "Bonfire Night", 11, 5), BackToSchool(Days.Fixed(9, 1)),
        ],
        ["CA"] =
        [
            .. Everywhere, .. OfIslam, LunarNewYear, ValentinesDay, StPatricksDay, Easter, MothersDay, FathersDay, Halloween, Hanukkah,
            BoxingDay, SeasonRule.Yearly("thanksgiving", "Thanksgiving", Days.Nth(2, DayOfWeek.Monday, 10)),
            National("Canada Day", 7, 1), BackToSchool(Days.After(Days.Nth(1, DayOfWeek.Monday, 9), 1)),
        ],
        ["AU"] =
        [
            .. Everywhere, .. OfIslam, LunarNewYear, ValentinesDay, StPatricksDay, Easter, MothersDay, Halloween, Hanukkah, BoxingDay,
            Father(Days.Nth(1, DayOfWeek.Sunday, 9)), National("Australia Day", 1, 26), BackToSchool(Days.Fixed(1, 28)),
        ],
        ["DE"] =
        [
            .. Everywhere, .. OfIslam, ValentinesDay, Carnival, Easter, MothersDay, Halloween, Advent, StNicholasDay,
            Father(Days.Easter(39)), BackToSchool(Days.Fixed(8, 25)),
        ],
        ["AT"] =
        [
            .. Everywhere, .. OfIslam, ValentinesDay, Carnival, Easter, MothersDay, Halloween, Advent, StNicholasDay,
            Father(Days.Nth(2, DayOfWeek.Sunday, 6)), National("National Day", 10, 26),
            BackToSchool(Days.Nth(1, DayOfWeek.Monday, 9)),
        ],
        ["CH"] =
        [
            .. Everywhere, .. OfIslam, ValentinesDay, Carnival, Easter, MothersDay, Halloween, Advent, StNicholasDay,
            Father(Days.Nth(1, DayOfWeek.Sunday, 6)), National("Swiss National Day", 8, 1), BackToSchool(Days.Fixed(8, 18)),
        ],
        ["FR"] =
        [
            .. Everywhere, .. OfIslam, ValentinesDay, Carnival, Easter, Epiphany, FathersDay, Halloween, Hanukkah,
            Mother(FrenchMothersDay), National("Bastille Day", 7, 14), BackToSchool(Days.Fixed(9, 1)),
        ],
        ["ES"] =
        [
            .. Everywhere, ValentinesDay, Carnival, Easter, Epiphany, StJosephsDay, Halloween, Mother(Days.Nth(1, DayOfWeek.Sunday, 5)),
            SeasonRule.Fixed("book_day", "Day of books and roses", 4, 23), National("National Day", 10, 12), BackToSchool(Days.Fixed(9, 8)),
        ],
        ["IT"] =
        [
            .. Everywhere, ValentinesDay, Carnival, Easter, Epiphany, StJosephsDay, MothersDay, Halloween,
            SeasonRule.Fixed("ferragosto", "Ferragosto", 8, 15), BackToSchool(Days.Fixed(9, 12)),
        ],
        ["NL"] =
        [
            .. Everywhere, .. OfIslam, ValentinesDay, Carnival, Easter, MothersDay, FathersDay, Halloween,
            SeasonRule.Yearly("kings_day", "King's Day", KingsDay), SeasonRule.Fixed("sinterklaas", "Sinterklaas evening", 12, 5),
            BackToSchool(Days.Fixed(8, 25)),
        ],
        ["BR"] =
        [
            .. Everywhere, Carnival, Easter, MothersDay, Halloween, Father(Days.Nth(2, DayOfWeek.Sunday, 8)),
            SeasonRule.Fixed(Valentines, "Dia dos Namorados", 6, 12), SeasonRule.Fixed("childrens_day", "Children's Day", 10, 12),
            SeasonRule.Fixed("festa_junina", "Festa Junina (São João)", 6, 24), National("Independence Day", 9, 7),
            BackToSchool(Days.Fixed(2, 3)),
        ],
        ["MX"] =
        [
            .. Everywhere, ValentinesDay, Easter, Epiphany, FathersDay, Halloween, Mother(Days.Fixed(5, 10)), DiaDeMuertos,
            SeasonRule.Fixed("childrens_day", "Children's Day", 4, 30), National("Independence Day", 9, 16),
            BackToSchool(Days.Last(DayOfWeek.Monday, 8)),
        ],
        ["JP"] =
        [
            .. Everywhere, ValentinesDay, MothersDay, FathersDay, Halloween, SeasonRule.Fixed("white_day", "White Day", 3, 14),
            SeasonRule.Fixed("childrens_day", "Children's Day", 5, 5), SeasonRule.Fixed("tanabata", "Tanabata", 7, 7),
            BackToSchool(Days.Fixed(4, 6)),
        ],
        ["IN"] =
        [
            .. Everywhere, ValentinesDay, Easter, MothersDay, FathersDay, National("Independence Day", 8, 15),
            SeasonRule.Fixed("republic_day", "Republic Day", 1, 26), BackToSchool(Days.Fixed(6, 10)),
        ],
    };

    // The last Sunday in May, or the first in June where that one is Whit Sunday.
    private static DateOnly FrenchMothersDay(int year)
    {
        var last = Days.Last(DayOfWeek.Sunday, 5)(year);
        return last == Days.Easter(49)(year) ? last.AddDays(7) : last;
    }

    // 27 April, or the day before where that is a Sunday.
    private static DateOnly KingsDay(int year) =>
        new DateOnly(year, 4, 27) is var day && day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
}
