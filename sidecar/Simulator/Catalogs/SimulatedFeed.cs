using System.Text.Json;

namespace Connector.Simulator.Catalogs;

/// <summary>A feed, with what it was made and changed with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">How many things had been made before it.</param>
/// <param name="Fields">By Pinterest's names; of credentials the username alone.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="UpdatedAt">When it last changed.</param>
internal sealed record SimulatedFeed(
    string Id, long Number, Dictionary<string, JsonElement> Fields, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public string? Text(string name) =>
        Fields.TryGetValue(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;
}

/// <summary>One processing of a feed; its end is known from the beginning, and shown when it is over.</summary>
internal sealed record SimulatedFeedRun(string Id, long Number, string FeedId, DateTimeOffset StartedAt)
{
    /// <summary>Null for ever.</summary>
    public TimeSpan? Takes { get; init; }
    public bool Fails { get; init; }
    public bool HasIssues { get; init; }

    public bool IsOver(DateTimeOffset now) => Takes is { } length && StartedAt + length <= now;

    public string Status(DateTimeOffset now) => !IsOver(now) ? "PROCESSING" : Fails ? "FAILED" : "COMPLETED";
}
