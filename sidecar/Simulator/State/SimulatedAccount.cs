using Connector.Simulator.Catalogs;

namespace Connector.Simulator.State;

/// <summary>One Pinterest user and everything that is theirs.</summary>
internal sealed class SimulatedAccount(string id, string username, string seed)
{
    private static readonly string[] FirstBoards = ["Home decor", "Recipes", "Travel ideas"];

    public string Id { get; } = id;
    public string Username { get; } = username;
    public string Seed { get; } = seed;

    /// <summary>A business account, and not a personal one.</summary>
    public bool IsBusiness { get; set; } = true;
    public Dictionary<string, SimulatedBoard> Boards { get; } = [];
    public Dictionary<string, SimulatedSection> Sections { get; } = [];
    public Dictionary<string, SimulatedMedia> Media { get; } = [];

    /// <summary>By their addresses.</summary>
    public Dictionary<string, SimulatedWebsite> Websites { get; } = [];

    /// <summary>Its catalog of products.</summary>
    public SimulatedCatalogs Shop { get; } = new(seed);

    /// <summary>What is in the catalog.</summary>
    public SimulatedItems Items { get; } = new();

    /// <summary>Oldest first, but for those that were moved.</summary>
    public List<SimulatedPin> Pins { get; } = [];

    /// <summary>How many things and tokens were ever made here, so that no id comes twice.</summary>
    public long Made { get; set; }

    /// <summary>The next pin, which is not there until it is recorded.</summary>
    public SimulatedPin NewPin(string boardId, DateTimeOffset createdAt, DateTimeOffset listedAt) =>
        new(Seeded.Id($"{Id}/pin/{Made}"), Made, boardId, createdAt, listedAt);

    /// <summary>Makes the account as it is on its first day: three empty boards.</summary>
    public void Reset(DateTimeOffset at)
    {
        Pins.Clear();
        Sections.Clear();
        Media.Clear();
        Boards.Clear();
        Websites.Clear();
        Shop.Clear();
        Items.Clear();
        foreach (var (number, name) in FirstBoards.Index())
            Save(new SimulatedBoard(Seeded.Id($"{Seed}/board/{name}"), number, name, null, "PUBLIC", at));
    }

    public void Save(SimulatedBoard board)
    {
        Boards[board.Id] = board;
        Count(board.Number);
    }

    public void Save(SimulatedSection section)
    {
        Sections[section.Id] = section;
        Count(section.Number);
    }

    public void Save(SimulatedMedia media)
    {
        Media[media.Id] = media;
        Count(media.Number);
    }

    public void Add(SimulatedPin pin)
    {
        Pins.Insert(Pins.FindLastIndex(each => each.CreatedAt <= pin.CreatedAt) + 1, pin);
        Count(pin.Number);
    }

    public void Save(SimulatedFeed feed)
    {
        Shop.Save(feed);
        Count(feed.Number);
    }

    public void Add(SimulatedFeedRun run)
    {
        Shop.Runs.Add(run);
        Count(run.Number);
    }

    public void Add(SimulatedBatch batch)
    {
        Items.Add(batch);
        Count(batch.Number);
    }

    public void Save(SimulatedGroup group)
    {
        Items.Groups[group.Id] = group;
        Count(group.Number);
    }

    public void Replace(SimulatedPin pin) => Pins[Pins.FindIndex(each => each.Id == pin.Id)] = pin;

    /// <summary>Deletes a board with its sections and pins.</summary>
    public void DeleteBoard(string boardId)
    {
        Boards.Remove(boardId);
        Pins.RemoveAll(pin => pin.BoardId == boardId);
        foreach (var section in Sections.Values.Where(section => section.BoardId == boardId).ToList()) Sections.Remove(section.Id);
    }

    public void Move(string pinId)
    {
        var pin = Pins.Find(each => each.Id == pinId)!;
        Pins.Remove(pin);
        Pins.Add(pin);
    }

    public bool IsCalled(string idOrName) => Id == idOrName || Username.Equals(idOrName, StringComparison.OrdinalIgnoreCase);

    private void Count(long number) => Made = Math.Max(Made, number + 1);
}

/// <summary>A board.</summary>
internal sealed record SimulatedBoard(string Id, long Number, string Name, string? Description, string Privacy, DateTimeOffset CreatedAt);

/// <summary>A website that was claimed.</summary>
internal sealed record SimulatedWebsite(string Address, DateTimeOffset VerifiedAt);

/// <summary>A section of a board.</summary>
internal sealed record SimulatedSection(string Id, long Number, string BoardId, string Name);

/// <summary>A pin; <see cref="ListedAt"/> is later than <see cref="CreatedAt"/> when a fault makes listings lag.</summary>
internal sealed record SimulatedPin(string Id, long Number, string BoardId, DateTimeOffset CreatedAt, DateTimeOffset ListedAt)
{
    public string? SectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? Link { get; init; }
    public string? DominantColor { get; init; }

    /// <summary>It was saved from this pin, or made by what names it so.</summary>
    public string? ParentPinId { get; init; }

    /// <summary>Who was asked for a paid partnership, which Pinterest does not show.</summary>
    public string? SponsorId { get; init; }

    /// <summary>A pin that does not lag is listed even when the clock was set back to before it was made.</summary>
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
    DateTimeOffset RefreshExpiresAt)
{
    /// <summary>What was consented to; null for everything.</summary>
    public string? Scopes { get; init; }

    /// <summary>It was given to the app's owner without consent: there is no refresh token, and not every call takes it.</summary>
    public bool IsOfOwner { get; init; }
}
