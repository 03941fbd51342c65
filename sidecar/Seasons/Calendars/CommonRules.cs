namespace Connector.Seasons.Calendars;

/// <summary>Dates that several countries share.</summary>
internal static class CommonRules
{
    public const string Mothers = "mothers_day", Fathers = "fathers_day", Valentines = "valentines_day", School = "back_to_school";

    private static readonly Func<int, DateOnly> FourthThursday = Days.Nth(4, DayOfWeek.Thursday, 11);

    public static readonly SeasonRule
        NewYear = SeasonRule.Fixed("new_year", "New Year's Day", 1, 1),
        Epiphany = SeasonRule.Fixed("epiphany", "Epiphany (Three Kings)", 1, 6),
        LunarNewYear = new("lunar_new_year", "Lunar New Year", MoonDays.LunarNewYear),
        ValentinesDay = SeasonRule.Fixed(Valentines, "Valentine's Day", 2, 14),
        Carnival = SeasonRule.Yearly("carnival", "Carnival (Shrove Tuesday)", Days.Easter(-47)),
        WomensDay = SeasonRule.Fixed("womens_day", "International Women's Day", 3, 8),
        StPatricksDay = SeasonRule.Fixed("st_patricks_day", "St Patrick's Day", 3, 17),
        Easter = SeasonRule.Yearly("easter", "Easter Sunday", Days.Easter()),
        Ramadan = new("ramadan", "Ramadan begins (about)", MoonDays.Islamic(9, 1)),
        EidAlFitr = new("eid_al_fitr", "Eid al-Fitr (about)", MoonDays.Islamic(10, 1)),
        EidAlAdha = new("eid_al_adha", "Eid al-Adha (about)", MoonDays.Islamic(12, 10)),
        MothersDay = Mother(Days.Nth(2, DayOfWeek.Sunday, 5)),
        FathersDay = Father(Days.Nth(3, DayOfWeek.Sunday, 6)),
        StJosephsDay = Father(Days.Fixed(3, 19)),
        Halloween = SeasonRule.Fixed("halloween", "Halloween", 10, 31),
        BlackFriday = SeasonRule.Yearly("black_friday", "Black Friday", Days.After(FourthThursday, 1)),
        CyberMonday = SeasonRule.Yearly("cyber_monday", "Cyber Monday", Days.After(FourthThursday, 4)),
        Thanksgiving = SeasonRule.Yearly("thanksgiving", "Thanksgiving", FourthThursday),
        Advent = SeasonRule.Yearly("advent", "First Sunday of Advent", Days.FirstOfAdvent),
        StNicholasDay = SeasonRule.Fixed("st_nicholas_day", "St Nicholas' Day", 12, 6),
        Hanukkah = new("hanukkah", "Hanukkah (first evening)", MoonDays.Hanukkah),
        Christmas = SeasonRule.Fixed("christmas", "Christmas Day", 12, 25),
        BoxingDay = SeasonRule.Fixed("boxing_day", "Boxing Day", 12, 26);

    /// <summary>In nearly every country.</summary>
    public static readonly SeasonRule[] Everywhere = [NewYear, WomensDay, BlackFriday, CyberMonday, Christmas];

    /// <summary>Where people of many religions live.</summary>
    public static readonly SeasonRule[] OfIslam = [Ramadan, EidAlFitr, EidAlAdha];

    public static SeasonRule Mother(Func<int, DateOnly> on) => SeasonRule.Yearly(Mothers, "Mother's Day", on);

    public static SeasonRule Father(Func<int, DateOnly> on) => SeasonRule.Yearly(Fathers, "Father's Day", on);

    public static SeasonRule National(string name, int month, int day) => SeasonRule.Fixed("national_day", name, month, day);

    /// <summary>No law says when: the time at which it usually begins, or the middle of several.</summary>
    public static SeasonRule BackToSchool(Func<int, DateOnly> on) => SeasonRule.Yearly(School, "Back to school (about)", on);
}
