namespace Connector.Simulator;

/// <summary>One Pinterest user and everything that is theirs.</summary>
internal sealed class SimulatedAccount(string id, string username, string seed)
{
    public string Id { get; } = id;
    public string Username { get; } = username;
    public string Seed { get; } = seed;
    public Dictionary<string, SimulatedBoard> Boards { get; } = [];
    public Dictionary<string, SimulatedSection> Sections { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<SimulatedPin> Pins { get; } = [];

    /// <summary>How many things and tokens were ever made here, so that no id comes twice.</summary>
    public long Made { get; set; }

    public bool IsCalled(string idOrName) => Id == idOrName || Username.Equals(idOrName, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A board.</summary>
internal sealed record SimulatedBoard(string Id, long Number, string Name, string? Description, string Privacy, DateTimeOffset CreatedAt);

/// <summary>A section of a board.</summary>
internal sealed record SimulatedSection(string Id, long Number, string BoardId, string Name);

/// <summary>A pin; <see cref="ListedAt"/> is later than <see cref="CreatedAt"/> when listings were ordered to lag.</summary>
internal sealed record SimulatedPin(string Id, long Number, string BoardId, DateTimeOffset CreatedAt, DateTimeOffset ListedAt)
{
    public string? SectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? Link { get; init; }
    public string? DominantColor { get; init; }

    /// <summary>One, or several for a carousel.</summary>
    public IReadOnlyList<SimulatedImage> Images { get; init; } = [];
}

/// <summary>What is remembered of an image, which is not the image.</summary>
internal sealed record SimulatedImage(string Kind, long Bytes, int Width, int Height)
{
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Link { get; init; }
}

/// <summary>A pair of tokens.</summary>
internal sealed record SimulatedGrant(
    string AccountId, string AppId, string AccessToken, DateTimeOffset AccessExpiresAt, string RefreshToken, DateTimeOffset RefreshExpiresAt);
