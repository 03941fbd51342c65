using System.Text.Json;

namespace Connector.Crash.Load;

/// <summary>A pin that a caller wants published, sent again with the same key until it is answered.</summary>
internal sealed class PinRequest(string title, string key, string accountId, string boardId, bool hasLink, string? videoId)
{
    public string Title => title;

    public bool IsVideo => videoId is not null;

    /// <summary>The same bytes each time.</summary>
    public byte[] Body { get; } = JsonSerializer.SerializeToUtf8Bytes(new
    {
        account_id = accountId,
        board_id = boardId,
        title,
        description = "What the sidecar must neither lose nor publish twice.",
        link_url = hasLink ? $"https://shop.example/{key}" : null,
        image_url = videoId is null ? "https://shop.example/lamp.jpg" : null,
        asset_id = videoId,
        idempotency_key = key,
    });

    /// <summary>Our pin of the first 2xx; null until one came.</summary>
    public string? PinId { get; set; }
}
