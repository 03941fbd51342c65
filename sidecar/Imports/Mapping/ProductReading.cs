using System.Net;
using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Reads what an item means out of its columns.</summary>
internal static class ProductReading
{
    private const int MostImages = 50;

    private static readonly char[] Marks = ['|', '\n'];

    private static readonly HashSet<string> InStock = new(
        [
            "in_stock", "instock", "1", "true", "yes", "available", "preorder", "pre_order", "backorder", "onbackorder",
            "limited_availability",
        ]);

    private static readonly HashSet<string> OutOfStock = new(
        ["out_of_stock", "outofstock", "0", "false", "no", "sold_out", "unavailable", "discontinued"]);

    private static readonly HashSet<string> Unpublished = new(["0", "_1", "1_", "false", "no", "draft", "archived", "private", "hidden"]);

    public static Product Of(ImportItem item, ColumnRoles roles, string? sourceUrl)
    {
        var price = roles.Of(item, ColumnRoles.Price);
        var media = Images(item, roles);
        var video = roles.Of(item, ColumnRoles.Video) ?? media.FirstOrDefault(one => IsVideo(one.Url))?.Url;
        return new Product
        {
            Item = item,
            Key = roles.Of(item, ColumnRoles.Key),
            Title = roles.Of(item, ColumnRoles.Title),
            Description = roles.Of(item, ColumnRoles.Description),
            Link = LinkOf(item, roles, sourceUrl),
            Board = roles.Of(item, ColumnRoles.Board),
            Section = roles.Of(item, ColumnRoles.Section),
            AltText = roles.Of(item, ColumnRoles.AltText),
            Video = video,
            Cover = roles.Of(item, ColumnRoles.Cover),
            PublishAt = roles.Of(item, ColumnRoles.PublishAt),
            EventDate = roles.Of(item, ColumnRoles.EventDate),
            LeadDays = roles.Of(item, ColumnRoles.LeadDays),
            PriceText = price,
            Price = PriceText.Read(price, isNumber: price is not null && item.Decimals.Contains(price)),
            IsInStock = StockOf(roles.Of(item, ColumnRoles.Availability)),
            IsUnpublished = roles.AllOf(item, ColumnRoles.Published).Any(IsUnpublished),
            Categories = Parts(roles.AllOf(item, ColumnRoles.Category), ',', '>', '|'),
            Tags = Parts(roles.AllOf(item, ColumnRoles.Tags), ',', ';', '|'),
            Images = [.. media.Where(one => !IsVideo(one.Url)).Take(MostImages)],
        };
    }

    private static bool IsUnpublished(string text) => text.Trim() == "-1" || Unpublished.Contains(ColumnNames.Plain(text));

    private static bool? StockOf(string? text) => text is null ? null
        : ColumnNames.Plain(text) is var plain && InStock.Contains(plain) ? true
        : OutOfStock.Contains(plain) ? false
        : null;

    // What a shop's own list of products does not say, its address does.
    private static string? LinkOf(ImportItem item, ColumnRoles roles, string? sourceUrl) =>
        roles.Of(item, ColumnRoles.Link) is { } link ? Absolute(link, sourceUrl)
        : item.Value("handle") is { } handle && sourceUrl is not null ? Absolute($"/products/{Uri.EscapeDataString(handle)}", sourceUrl)
        : null;

    // What the reader found counts, unless the mapping names a column that has pictures.
    private static IReadOnlyList<ItemImage> Images(ImportItem item, ColumnRoles roles)
    {
        if (item.Images.Count > 0 && !roles.IsGiven(ColumnRoles.Image)) return item.Images;

        var named = roles.AllOf(item, ColumnRoles.Image).SelectMany(Addresses).Distinct().Take(MostImages).ToList();
        return named.Count > 0 ? named.ConvertAll(url => new ItemImage(url)) : item.Images;
    }

    // A comma also stands inside addresses, so it parts only what looks like the next address.
    private static IEnumerable<string> Addresses(string text) => text
        .Replace(", http", "|http", StringComparison.OrdinalIgnoreCase)
        .Replace(",http", "|http", StringComparison.OrdinalIgnoreCase)
        .Replace(" http", "|http", StringComparison.OrdinalIgnoreCase)
        .Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(url => url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url);

    private static string Absolute(string link, string? sourceUrl) =>
        sourceUrl is not null
        && !link.Contains("://", StringComparison.Ordinal)
        && Uri.TryCreate(new Uri(sourceUrl), link, out var absolute)
            ? absolute.AbsoluteUri
            : link;

    // WooCommerce writes the entity of each & into names.
    private static List<string> Parts(IEnumerable<string> texts, params char[] marks) =>
    [
        .. texts
            .Select(text => WebUtility.HtmlDecode(text))
            .SelectMany(text => text.Split(marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsVideo(string url) =>
        Path.GetExtension(url.Split('?', '#')[0]).ToLowerInvariant() is ".mp4" or ".mov" or ".m4v";
}
