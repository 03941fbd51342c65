using System.Globalization;
using Connector.Common;

namespace Connector.Imports.Mapping;

/// <summary>Reads times and days as tables have them.</summary>
internal static class RowTimes
{
    // Days are added to times.
    private const int LastYear = 9000;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd",
    ];

    private static readonly string[] CoverForms = [@"m\:ss", @"h\:mm\:ss"];

    /// <param name="text">The time; null for none.</param>
    /// <param name="zone">Where it is meant when it has no offset: that of the account.</param>
    /// <exception cref="RowException">It cannot be read.</exception>
    public static DateTimeOffset? Time(string? text, TimeZoneInfo zone)
    {
        if (text is null) return null;

        var isKnown = DateTimeOffset.TryParseExact(
            text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year < LastYear;
        if (!isKnown)
            throw new RowException($"The time \"{Cut(text)}\" cannot be read; write it as 2027-01-31 or 2027-01-31T09:30:00Z.");

        return HasOffset(text.Trim()) ? at : ZoneTime.When(at.DateTime, zone);
    }

    // The day itself has dashes.
    private static bool HasOffset(string text) => text.LastIndexOfAny(['Z', 'z', '+', '-']) >= "yyyy-MM-dd".Length;

    /// <exception cref="RowException">It cannot be read.</exception>
    public static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RowException($"The day \"{Cut(text)}\" of the event cannot be read; write it as 2027-12-25.");

    /// <exception cref="RowException">It is no number.</exception>
    public static int? Days(string? text) => text is null ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days
        : throw new RowException($"The days before the event, \"{Cut(text)}\", are no whole number, such as 75.");

    /// <summary>The second that a cover is taken from: in Pinterest's own table the thumbnail of a video is a time of it.</summary>
    public static int? Second(string? cover) =>
        TimeSpan.TryParseExact(cover?.Trim(), CoverForms, CultureInfo.InvariantCulture, out var time) ? (int)time.TotalSeconds : null;

    private static string Cut(string text) => text.Length <= 50 ? text : text[..50];
}

/// <summary>A row is wrong, and its message says how.</summary>
internal sealed class RowException(string message) : Exception(message);
