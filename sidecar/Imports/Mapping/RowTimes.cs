using System.Globalization;

namespace Connector.Imports.Mapping;

/// <summary>Reads times and days as tables have them; what has no offset is UTC.</summary>
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

    /// <exception cref="RowException">It cannot be read.</exception>
    public static DateTimeOffset? Time(string? text) => text is null ? null
        : DateTimeOffset.TryParseExact(
            text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year < LastYear ? at
        : throw new RowException($"The time \"{Cut(text)}\" cannot be read; write it as 2027-01-31 or 2027-01-31T09:30:00Z.");

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
