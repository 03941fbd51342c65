using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>A section of a board as Pinterest describes it.</summary>
public sealed record BoardSection
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}

/// <summary>The body that creates or renames a section.</summary>
internal sealed record BoardSectionName(string Name);
