using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Boards.Requests;

/// <summary>The name of a section.</summary>
public sealed record SectionRequest
{
    /// <summary>The section's name.</summary>
    [Required, Text(180, MinimumLength = 1)]
    public string Name { get; init; } = "";
}
