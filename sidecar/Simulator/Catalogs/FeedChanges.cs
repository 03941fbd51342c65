using Connector.Simulator.State;

namespace Connector.Simulator.Catalogs;

/// <summary>A feed is new or changed.</summary>
internal sealed record FeedSaved(string AccountId, SimulatedFeed Feed) : JournalEntry;

/// <summary>A feed is gone, with its results.</summary>
internal sealed record FeedDeleted(string AccountId, string FeedId) : JournalEntry;

/// <summary>A processing of a feed begins.</summary>
internal sealed record FeedRunBegun(string AccountId, SimulatedFeedRun Run) : JournalEntry;
