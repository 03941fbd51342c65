using Connector.Simulator.State;

namespace Connector.Simulator.Catalogs;

/// <summary>The shop of an account: one catalog of products, and its feeds.</summary>
internal sealed class SimulatedCatalogs(string seed)
{
    public string CatalogId { get; } = Seeded.Id($"{seed}/catalog");

    /// <summary>Oldest first.</summary>
    public List<SimulatedFeed> Feeds { get; } = [];

    /// <summary>Oldest first; those of a feed that is gone are gone with it.</summary>
    public List<SimulatedFeedRun> Runs { get; } = [];

    public void Clear()
    {
        Feeds.Clear();
        Runs.Clear();
    }

    public void Save(SimulatedFeed feed)
    {
        var at = Feeds.FindIndex(each => each.Id == feed.Id);
        if (at < 0) Feeds.Add(feed);
        else Feeds[at] = feed;
    }

    public void Delete(string feedId)
    {
        Feeds.RemoveAll(feed => feed.Id == feedId);
        Runs.RemoveAll(run => run.FeedId == feedId);
    }
}
