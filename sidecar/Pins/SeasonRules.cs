using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>What a caller may say of a pin's season, and what season that is.</summary>
internal static class SeasonRules
{
    /// <summary>How many days before its event a season begins at most.</summary>
    public const int MostLeadDays = SeasonWindow.MostLeadDays;

    private const int MostYears = 5;

    private static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>What is wrong with the fields; null when nothing is.</summary>
    public static ValidationResult? Check(DateOnly? eventDate, int? leadDays) => eventDate is null && leadDays is not null
        ? new("counts back from event_date: give event_date too, or leave lead_days out.", [nameof(CreatePinRequest.LeadDays)])
        : null;

    /// <exception cref="ProblemException">The event is in no year that can be meant.</exception>
    public static void Ensure(DateOnly? eventDate, DateTimeOffset now, string field = "event_date")
    {
        if (ProblemOf(eventDate, now, field) is { } problem) throw new ProblemException(problem);
    }

    /// <summary>The same problem; null where there is none.</summary>
    public static Problem? ProblemOf(DateOnly? eventDate, DateTimeOffset now, string field = "event_date") =>
        eventDate is not { } day || (day >= First && day <= DateOnly.FromDateTime(now.UtcDateTime.AddYears(MostYears)))
            ? null
            : Problems.InvalidField(
                field, $"is {day:yyyy-MM-dd}, and must be at most five years from now, such as {now.AddYears(1):yyyy}-12-24.");

    /// <summary>The season in the time zone of the account; null where none is meant.</summary>
    public static SeasonWindow? WindowOf(DateOnly? eventDate, int? leadDays, AccountRow account) => eventDate is not { } day
        ? null
        : SeasonWindow.Of(day, leadDays, TimeZoneInfo.FindSystemTimeZoneById(AccountSettings.From(account).TimeZone));
}
