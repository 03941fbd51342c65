using System.Globalization;
using Connector.Http;

namespace Connector.Console.Parts;

/// <summary>Times in fields of a form: they are the account's own, as its zone has them.</summary>
internal static class LocalTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] Typed = [Form, "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>As <c>input type="datetime-local"</c> wants it; empty for no time.</summary>
    public static string Write(DateTimeOffset? at, string zone) =>
        at is { } time ? TimeZoneInfo.ConvertTime(time, Zone(zone)).ToString(Form, CultureInfo.InvariantCulture) : "";

    /// <exception cref="ProblemException">It is no time.</exception>
    public static DateTimeOffset? Read(string text, string zone, string field)
    {
        if (text.Length == 0) return null;
        if (!DateTime.TryParseExact(text, Typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year is < 1900 or > 9000)
            throw Problems.Invalid(field, $"is \"{Shown.Cut(text)}\", and must be a day and a time, such as 2026-12-24T18:00.");

        // In spring an hour does not exist: the same hour by the clock of before is meant.
        return new DateTimeOffset(local, Zone(zone).GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Zone(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone);
}
