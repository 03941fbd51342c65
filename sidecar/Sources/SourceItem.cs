using System.Text.Json;
using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>An item of a source, and what became of it.</summary>
public sealed record SourceItem
{
    /// <summary>Its own key, such as its sku, or what stands for it.</summary>
    public required string Key { get; init; }
    /// <summary>old, pinned, existing, failed, skipped or gone.</summary>
    [OneOf(typeof(SourceItemState))]
    public required string State { get; init; }
    public string? PinId { get; init; }
    /// <summary>The pin that it asked for when it was seen last.</summary>
    public ImportedPin? Pin { get; init; }
    /// <summary>What is wrong with it, or why it was left out.</summary>
    public ImportProblem? Problem { get; init; }
    /// <summary>When it says that it was published or changed.</summary>
    public DateTimeOffset? DatedAt { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
    /// <summary>When it was last seen to be another than before.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    internal static SourceItem From(SourceItemRow row) => new()
    {
        Key = row.Key,
        State = row.State,
        PinId = row.PinId,
        Pin = Read<ImportedPin>(row.Content),
        Problem = Read<ImportProblem>(row.Problem),
        DatedAt = row.DatedAt,
        FirstSeenAt = row.FirstSeenAt,
        ChangedAt = row.ChangedAt,
    };

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, Json.Options);
}
