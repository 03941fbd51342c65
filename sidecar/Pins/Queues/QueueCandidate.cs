namespace Connector.Pins.Queues;

/// <summary>A pin that may be meant, and the cursor of what comes after it.</summary>
internal readonly record struct QueueCandidate(string Id, string Place);
