namespace Connector.Simulator.State;

/// <summary>One Pinterest user and everything that is theirs.</summary>
internal sealed class SimulatedAccount(string id, string username, string seed)
{
    public string Id { get; } = id;
    public string Username { get; } = username;
    public string Seed { get; } = seed;
    public Dictionary<string, SimulatedBoard> Boards { get; } = [];
    public Dictionary<string, SimulatedSection> Sections { get; } = [];
    public Dictionary<string, SimulatedMedia> Media { get; } = [];

    /// <summary>Oldest first, but for those that were moved.</summary>
    public List<SimulatedPin> Pins { get; } = [];

    /// <summary>How many things and tokens were ever made here, so that no id comes twice.</summary>
    public long Made { get; set; }

    /// <summary>The next pin, which is not there until it is recorded.</summary>
    public SimulatedPin NewPin(string boardId, DateTimeOffset createdAt, DateTimeOffset listedAt) =>
        new(Seeded.Id($"{Id}/pin/{Made}"), Made, boardId, createdAt, listedAt);

    public void Add(SimulatedPin pin) => Pins.Insert(Pins.FindLastIndex(each => each.CreatedAt <= pin.CreatedAt) + 1, pin);

    public void Move(string pinId)
    {
        var pin = Pins.Find(each => each.Id == pinId)!;
        Pins.Remove(pin);
        Pins.Add(pin);
    }

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

    /// <summary>A pin that does not lag is listed even where the clock was set back behind it, as Pinterest's own never is.</summary>
    public bool IsListed(DateTimeOffset now) => ListedAt == CreatedAt || ListedAt <= now;

    /// <summary>Somebody else put it on the board.</summary>
    public bool IsForeign { get; init; }

    /// <summary>One, or several for a carousel.</summary>
    public IReadOnlyList<SimulatedImage> Images { get; init; } = [];

    /// <summary>Its only image is then the cover.</summary>
    public SimulatedVideo? Video { get; init; }
}

/// <summary>What is remembered of an image, which is not the image.</summary>
internal sealed record SimulatedImage(string Kind, long Bytes, int Width, int Height)
{
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Link { get; init; }
}

/// <summary>What a refresh token can do: it renews <paramref name="Grant"/>, or only gets <paramref name="Successor"/> once more.</summary>
internal sealed record RefreshToken(SimulatedGrant Grant, DateTimeOffset GoodUntil, SimulatedGrant? Successor);

/// <summary>A pair of tokens.</summary>
internal sealed record SimulatedGrant(
    string AccountId, string AppId, string AccessToken, DateTimeOffset AccessExpiresAt, string RefreshToken,
    DateTimeOffset RefreshExpiresAt);
