using System.Globalization;
using Connector.Common;
using Connector.Http;

namespace Connector.Console.Shell;

/// <summary>Times as a form has them: what a clock on a wall of an account's zone shows.</summary>
internal static class LocalClock
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] Forms = [Form, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The zone of that IANA name; UTC where this machine knows none by it.</summary>
    public static TimeZoneInfo Zone(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The same time of day some days later or earlier.</summary>
    public static DateTimeOffset AddDays(DateTimeOffset instant, int days, TimeZoneInfo zone) =>
        ZoneTime.When(ZoneTime.At(instant, zone).AddDays(days), zone);

    /// <summary>As a form's field of the type <c>datetime-local</c> holds it; empty for no time.</summary>
    public static string Write(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } known ? ZoneTime.At(known, zone).ToString(Form, CultureInfo.InvariantCulture) : "";

    /// <summary>What was typed into such a field.</summary>
    /// <exception cref="ProblemException">It is no time; the problem names the field.</exception>
    public static DateTime Read(string text, string field) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown)
        && shown.Year is >= 1900 and <= 9000
            ? shown
            : throw Problems.Invalid(field, $"is \"{Shown.Cut(text)}\", and must be a day and a time, such as 2026-12-24T18:00.");
}
