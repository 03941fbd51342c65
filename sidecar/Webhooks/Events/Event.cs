using System.Text.Json;
using Connector.Http;

namespace Connector.Webhooks.Events;

/// <summary>Something that happened. Ids sort by age; the same event is delivered with the same id, however often.</summary>
public sealed record Event
{
    public required string Id { get; init; }
    /// <summary>
    /// pin.awaiting_approval, pin.published, pin.failed, pin.unconfirmed, pin.canceled, account.held, account.resumed,
    /// account.reconnect_required, import.completed, import.failed, import.canceled, source.failing, source.recovered,
    /// source.item_gone, source.items_gone, catalog.feed_processed, catalog.feed_failed, catalog.items_completed,
    /// catalog.items_failed, webhook.disabled or webhook.test.
    /// </summary>
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public required string Type { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>
    /// The pin, account, import, source, feed, job of items or webhook it is about, as it was then: {"pin":{…}}, {"account":{…}},
    /// {"import":{…}}, {"source":{…}}, {"feed":{…}}, {"items":{…}} or {"webhook":{…}}. With source.item_gone also item, with
    /// source.items_gone also count. With account.reconnect_required also connect_url, expires_at, days_left, and warning: true while the
    /// account still publishes.
    /// </summary>
    public JsonElement Data { get; init; }

    internal static Event From(EventRow row) =>
        new() { Id = row.Id, Type = row.Type, CreatedAt = row.CreatedAt, Data = JsonSerializer.Deserialize<JsonElement>(row.Said) };
}

/// <summary>A row of <c>events</c>.</summary>
internal sealed record EventRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string? AccountId { get; init; }
    public string? PinId { get; init; }
    public string Type { get; init; } = "";
    /// <summary>What it says, of an event that was written before it was packed.</summary>
    public string Data { get; init; } = "";
    public byte[]? Packed { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Places sort in the order in which the events are read; only a row of the feed has one.</summary>
    public string Place { get; init; } = "";

    /// <summary>What it says, as JSON: the same characters that were packed.</summary>
    public string Said => Packed is null ? Data : PackedData.Unpack(Packed);

    /// <summary>The event as it is sent: the same bytes at every try.</summary>
    public string Body => JsonSerializer.Serialize(Event.From(this), Json.Options);
}
