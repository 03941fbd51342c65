using System.Text.Json;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>Finds published pins with what they were made of.</summary>
internal sealed class PinOrigins(Database database)
{
    /// <summary>Those of an account that were published last.</summary>
    public IReadOnlyList<PinOfOrigin> Newest(string accountId, int limit) =>
    [
        .. database.Read(sql => sql.Query<Row>(
            """
            select id, pinterest_pin_id, media_type, title, link_url, metadata from pins
            where account_id = @accountId and status = 'published' and pinterest_pin_id is not null
            order by published_at desc, id desc limit @limit
            """,
            new { accountId, limit })).Select(PinOfOrigin.From),
    ];

    internal sealed record Row
    {
        public string Id { get; init; } = "";
        public string PinterestPinId { get; init; } = "";
        public string MediaType { get; init; } = "";
        public string? Title { get; init; }
        public string? LinkUrl { get; init; }
        public string? Metadata { get; init; }
    }
}

/// <summary>A published pin, the product that it shows, and the template that its texts were made of.</summary>
internal sealed record PinOfOrigin(string Id, string PinterestPinId, bool IsVideo, string? Title, string? Product, string? Template)
{
    internal static PinOfOrigin From(PinOrigins.Row row)
    {
        var metadata = row.Metadata is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Metadata);
        return new PinOfOrigin(
            row.Id, row.PinterestPinId, row.MediaType == PinContent.VideoType, row.Title,
            // Who publishes without an import has at least the page of the product.
            metadata?.GetValueOrDefault(PinOrigin.Product) ?? row.LinkUrl?.Split('?', '#')[0],
            metadata?.GetValueOrDefault(PinOrigin.Template));
    }
}
