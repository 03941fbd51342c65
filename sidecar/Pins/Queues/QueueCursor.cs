using System.Globalization;
using Connector.Http;

namespace Connector.Pins.Queues;

/// <summary>Where a page of the queue ended: in which part of it, and after which pin.</summary>
internal static class QueueCursor
{
    public static string Write(int part, string key) => string.Create(CultureInfo.InvariantCulture, $"{part}.{key}");

    /// <exception cref="ProblemException">It is none of this list.</exception>
    public static (int Part, string? Key) Read(string? cursor, int parts)
    {
        if (cursor is null) return (0, null);

        return cursor.Split('.', 2) is [var part, { Length: > 0 } key]
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < parts
                ? (index, key)
                : throw Unknown();
    }

    /// <summary>The place of a pin among others that are ordered by a number.</summary>
    public static string Of(long number, string id) => string.Create(CultureInfo.InvariantCulture, $"{number}-{id}");

    /// <exception cref="ProblemException">It is none of this list.</exception>
    public static (long Number, string Id) Time(string key) =>
        key.Split('-', 2) is [var number, { Length: > 0 } id]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTime.MaxValue.Ticks
            ? (value, id)
            : throw Unknown();

    private static ProblemException Unknown() => Problems.Invalid("cursor", "is not of this list; begin again at its first page.");
}
