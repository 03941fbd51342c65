namespace Connector.Boards;

/// <summary>A board or section that a person may choose by its name.</summary>
/// <param name="Id">Pinterest's.</param>
/// <param name="Name">As its owner wrote it.</param>
/// <param name="Privacy">Of a board: PUBLIC, SECRET or PROTECTED; null for a section.</param>
public sealed record BoardChoice(string Id, string Name, string? Privacy);
