using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>A board as Pinterest describes it; fields we do not know are kept and handed on.</summary>
public record Board
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Description { get; init; }

    /// <summary><c>PUBLIC</c>, <c>PROTECTED</c> or <c>SECRET</c>.</summary>
    public string? Privacy { get; init; }
    public bool? IsAdsOnly { get; init; }
    public int? PinCount { get; init; }
    public int? FollowerCount { get; init; }
    public int? CollaboratorCount { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? BoardPinsModifiedAt { get; init; }
    public BoardOwner? Owner { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}

/// <summary>Whose board it is; somebody else's for group boards.</summary>
public sealed record BoardOwner
{
    public string? Username { get; init; }
}

/// <summary>A new board.</summary>
internal sealed record BoardCreate(string Name, string? Description = null, string? Privacy = null);

/// <summary>What changes about a board; null leaves a field as it is.</summary>
internal sealed record BoardUpdate(string? Name = null, string? Description = null, string? Privacy = null);
