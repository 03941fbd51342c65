namespace Connector.Boards;

/// <summary>The board, and the section of it, that a pin is published to.</summary>
internal sealed record BoardTarget(string BoardId, string? SectionId)
{
    /// <summary>SECRET or PROTECTED; null for a public board, and where it is not known.</summary>
    public string? Hidden { get; init; }
}

/// <summary>The board, and perhaps its section, as a request names them: a board's id, or its name or id; and a section's id.</summary>
internal sealed record BoardReference(string? BoardId, string? Board, string? SectionId = null)
{
    /// <summary>The ad account whose owner has the board: it is known by its id only, because no listing of the account has it.</summary>
    public string? AdAccountId { get; init; }
}
