using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>A pin as Pinterest describes it; fields we do not know are kept and handed on.</summary>
public record PinterestPin
{
    public string Id { get; init; } = "";
    public string? BoardId { get; init; }
    public string? BoardSectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? Link { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public string? CreativeType { get; init; }

    /// <summary>Set when the pin was saved from another one; null for originals.</summary>
    public string? ParentPinId { get; init; }
    public string? DominantColor { get; init; }
    public bool? IsOwner { get; init; }
    public BoardOwner? BoardOwner { get; init; }
    public PinMedia? Media { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}

/// <summary>What a pin shows: <c>image</c>, <c>video</c>, <c>multiple_images</c> or a kind not known yet.</summary>
public sealed record PinMedia
{
    public string? MediaType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}
