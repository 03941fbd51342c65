namespace Connector.Pacing.Cadence;

/// <summary>The rules that settings ask for; a new rule is one line here and one file in this folder.</summary>
internal static class CadenceRules
{
    public static IReadOnlyList<CadenceRule> Of(CadenceSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        return [.. All().OfType<CadenceRule>()];

        IEnumerable<CadenceRule?> All()
        {
            yield return settings.PinsPerDay is { } pins ? new PinsPerDay(pins) : null;
            yield return settings.MinGapSeconds > 0 ? new MinGap(settings.MinGapSeconds, settings.JitterPercent) : null;
            yield return settings.QuietHours is { } hours ? new QuietTime(hours, zone) : null;
            yield return settings.Weekdays is { } days ? new AllowedWeekdays(days, zone) : null;
            yield return settings.PinsPerBoardPerWeek is { } onBoard ? new PinsPerBoardPerWeek(onBoard) : null;
            yield return settings.DaysBetweenSameLink is { } apart ? new DaysBetweenSameLink(apart) : null;
            yield return settings.PinsPerDomainPerDay is { } toDomain ? new PinsPerDomainPerDay(toDomain) : null;
        }
    }
}
