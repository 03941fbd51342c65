using System.Text.Json;
using Connector.Http;
using Connector.Imports;
using Connector.Pins;

namespace Connector.Sources.Deciding;

/// <summary>What a source says of one item, or of one of the pins that an item asks for.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="DatedAt">When it says that it was published or changed.</param>
internal sealed record SeenItem(string Key, DateTimeOffset? DatedAt)
{
    private const int LongestKey = 255;

    private const string OfImports = "import:";

    /// <summary>The pin that it asks for; null when it asks for none.</summary>
    public CreatePinRequest? Request { get; init; }

    /// <summary>The same as JSON: another text means that the item was changed.</summary>
    public string? Content { get; init; }

    /// <summary>What is wrong with it, or why it is left out, as JSON.</summary>
    public string? Problem { get; init; }

    /// <summary>failed or skipped.</summary>
    public string StateWithoutPin { get; init; } = SourceItemState.Failed;

    public static IEnumerable<SeenItem> Of(WatchedItem item)
    {
        if (item.Pins.Count == 0)
            return
            [
                new SeenItem(Plain(item.Key ?? $"row {item.Row}"), item.DatedAt)
                {
                    StateWithoutPin = item.Problem is null ? SourceItemState.Skipped : SourceItemState.Failed,
                    Problem = JsonSerializer.Serialize(ProblemOf(item), Json.Options),
                },
            ];

        return item.Pins.Select((pin, place) => new SeenItem(Plain(pin.IdempotencyKey![OfImports.Length..]), item.DatedAt)
        {
            Request = pin,
            Content = ContentOf(pin, place),
        });
    }

    // The times of further pictures are reckoned from today, and say nothing of the item.
    private static string ContentOf(CreatePinRequest pin, int place)
    {
        var content = ImportedPin.Of(pin, null);
        return JsonSerializer.Serialize(place == 0 ? content : content with { PublishAt = null }, Json.Options);
    }

    private static ImportProblem ProblemOf(WatchedItem item) => item.Problem is { } problem
        ? ImportProblem.Of("row_invalid", problem, "Correct it where it comes from, or change the map.")
        : ImportProblem.Of("row_skipped", item.Skipped!, "Change skip in the map if such items are to become pins.");

    private static string Plain(string key)
    {
        var plain = key.Replace("\0", "", StringComparison.Ordinal);
        return plain.Length <= LongestKey ? plain : plain[..LongestKey];
    }
}
