using System.Text.Json;

namespace Connector.Pins.Queues;

/// <summary>The condition of a filter, for rows whose ids are known.</summary>
internal static class QueueMatch
{
    // lower() of the pattern too: it and that of the column fold the same letters, whichever those are.
    private const string HasText =
        """
        (lower(coalesce(title, '')) like lower(@Text) escape '\' or lower(coalesce(link_url, '')) like lower(@Text) escape '\'
            or lower(coalesce(metadata, '')) like lower(@Metadata) escape '\')
        """;

    public static string Where(QueueFilter filter) => string.Join(" and ", new[]
    {
        "account_id in @AccountIds",
        filter.Status is null ? $"(status in {PinStatusSets.Waiting} or status = '{PinStatus.Publishing}')" : "status = @Status",
        filter.BoardIds is null ? null : "board_id in @BoardIds",
        filter.Text is null ? null : HasText,
    }.OfType<string>());

    public static string? Pattern(string? text) => text is null ? null : $"%{Escaped(text)}%";

    /// <summary>The same in metadata, which is stored as JSON with its escapes.</summary>
    public static string? PatternInJson(string? text) => text is null ? null : $"%{Escaped(JsonSerializer.Serialize(text)[1..^1])}%";

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
