using System.Text.Json;
using Connector.Simulator.State;

namespace Connector.Simulator.Catalogs;

/// <summary>The items of an account's catalog, its batches of them and its groups.</summary>
internal sealed class SimulatedItems
{
    /// <summary>The attributes of each, by its id.</summary>
    public Dictionary<string, JsonElement> Items { get; } = [];

    public Dictionary<string, SimulatedBatch> Batches { get; } = [];

    /// <summary>By their ids.</summary>
    public Dictionary<string, SimulatedGroup> Groups { get; } = [];

    public void Clear()
    {
        Items.Clear();
        Batches.Clear();
        Groups.Clear();
    }

    public void Add(SimulatedBatch batch)
    {
        Batches[batch.Id] = batch;
        foreach (var item in batch.Items.Where(item => item.Error is null))
        {
            if (item.Attributes is { } attributes) Items[item.ItemId] = attributes;
            else Items.Remove(item.ItemId);
        }
    }
}

/// <summary>A batch of items; its end is known from the beginning, and shown when it is over.</summary>
internal sealed record SimulatedBatch(string Id, long Number, DateTimeOffset CreatedAt, IReadOnlyList<SimulatedItem> Items)
{
    /// <summary>Null for ever.</summary>
    public TimeSpan? Takes { get; init; }
    public bool Fails { get; init; }

    public bool IsOver(DateTimeOffset now) => Takes is { } length && CreatedAt + length <= now;
}

/// <summary>An item of a batch; without attributes it is deleted.</summary>
internal sealed record SimulatedItem(string ItemId, JsonElement? Attributes, string? Error, bool IsHidden);

/// <summary>A group of products, with what it was made and changed with.</summary>
internal sealed record SimulatedGroup(
    string Id, long Number, Dictionary<string, JsonElement> Fields, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A batch of items was taken.</summary>
internal sealed record BatchTaken(string AccountId, SimulatedBatch Batch) : JournalEntry;

/// <summary>A group is new or changed.</summary>
internal sealed record GroupSaved(string AccountId, SimulatedGroup Group) : JournalEntry;

/// <summary>A group is gone.</summary>
internal sealed record GroupDeleted(string AccountId, string GroupId) : JournalEntry;
