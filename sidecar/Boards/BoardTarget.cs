namespace Connector.Boards;

/// <summary>Where on Pinterest a pin goes.</summary>
internal sealed record BoardTarget(string BoardId, string? SectionId);
