using System.Text.Json;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>Finds published pins with what they were made of.</summary>
internal sealed class PinOrigins(Database database)
{
    /// <summary>Those of an account that were published last; null when no pin of it is where that would begin.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="limit">How many.</param>
    /// <param name="before">The id of the pin before which they were published; null to begin with the last.</param>
    public IReadOnlyList<PinOfOrigin>? Newest(string accountId, int limit, string? before) => database.Read<IReadOnlyList<PinOfOrigin>?>(
        sql =>
        {
            var at = before is null ? null : sql.Find<long?>(
                "select published_at from pins where id = @before and account_id = @accountId and status = 'published'",
                new { before, accountId });
            if (before is not null && at is null) return null;

            return sql.Query<Row>(
                $"""
                select id, pinterest_pin_id, media_type, title, link_url, metadata, ad_account_id, published_at from pins
                where account_id = @accountId and status = 'published' and pinterest_pin_id is not null
                {(at is null ? "" : "and published_at <= @at and (published_at < @at or id < @before)")}
                order by published_at desc, id desc limit @limit
                """,
                new { accountId, limit, at, before }).ConvertAll(PinOfOrigin.From);
        });

    internal sealed record Row
    {
        public string Id { get; init; } = "";
        public string PinterestPinId { get; init; } = "";
        public string MediaType { get; init; } = "";
        public string? Title { get; init; }
        public string? LinkUrl { get; init; }
        public string? Metadata { get; init; }
        public string? AdAccountId { get; init; }
        public DateTimeOffset PublishedAt { get; init; }
    }
}

/// <summary>A published pin, the product that it shows, and the template that its texts were made of.</summary>
internal sealed record PinOfOrigin(
    string Id, string PinterestPinId, bool IsVideo, string? Title, string? Product, string? Template, DateTimeOffset PublishedAt)
{
    /// <summary>The ad account in whose owner's name it was published.</summary>
    public string? AdAccountId { get; init; }

    internal static PinOfOrigin From(PinOrigins.Row row)
    {
        var metadata = row.Metadata is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Metadata);
        return new PinOfOrigin(
            row.Id, row.PinterestPinId, row.MediaType == PinContent.VideoType, row.Title,
            // Who publishes without an import has at least the page of the product.
            metadata?.GetValueOrDefault(PinOrigin.Product) ?? row.LinkUrl?.Split('?', '#')[0],
            metadata?.GetValueOrDefault(PinOrigin.Template),
            row.PublishedAt)
        {
            AdAccountId = row.AdAccountId,
        };
    }
}
