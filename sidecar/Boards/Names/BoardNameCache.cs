using System.Collections.Concurrent;

namespace Connector.Boards.Names;

/// <summary>Caches listings of names in memory for a minute: Pinterest forbids storing what its API answers.</summary>
/// <remarks>https://policy.pinterest.com/en/developer-guidelines</remarks>
internal sealed class BoardNameCache(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // A batch with a hundred mistyped names must not list the boards a hundred times.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string AccountId, string? BoardId), Listing> _listings = new();

    /// <summary>The listing, and whether it is so new that a name it lacks does not exist.</summary>
    public (IReadOnlyList<NamedItem> Names, bool IsFresh)? Find(string accountId, string? boardId)
    {
        if (!_listings.TryGetValue((accountId, boardId), out var listing)) return null;
        var age = clock.GetElapsedTime(listing.ReadAt);
        return age < Lifetime ? (listing.Names, age < FreshFor) : null;
    }

    /// <summary>The board that a section belongs to, where its sections are known.</summary>
    public string? BoardOf(string accountId, string sectionId) => _listings
        .Where(each => each.Key is { BoardId: not null } key && key.AccountId == accountId)
        .Where(each => each.Value.Names.Any(section => section.Id == sectionId))
        .Select(each => each.Key.BoardId)
        .FirstOrDefault();

    public IReadOnlyList<NamedItem> Keep(string accountId, string? boardId, IReadOnlyList<NamedItem> names)
    {
        foreach (var (key, listing) in _listings)
            if (clock.GetElapsedTime(listing.ReadAt) >= Lifetime) _listings.TryRemove(key, out _);

        _listings[(accountId, boardId)] = new Listing(names, clock.GetTimestamp());
        return names;
    }

    public void Forget(string accountId)
    {
        foreach (var key in _listings.Keys.Where(key => key.AccountId == accountId)) _listings.TryRemove(key, out _);
    }

    private sealed record Listing(IReadOnlyList<NamedItem> Names, long ReadAt);
}
