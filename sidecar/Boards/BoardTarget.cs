namespace Connector.Boards;

/// <summary>The board, and the section of it, that a pin is published to.</summary>
internal sealed record BoardTarget(string BoardId, string? SectionId);
