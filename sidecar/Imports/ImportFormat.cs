namespace Connector.Imports;

/// <summary>What kind of file an import is.</summary>
internal static class ImportFormat
{
    /// <summary>Columns with a first line of names: commas, semicolons, tabs or bars between them.</summary>
    public const string Csv = "csv";

    /// <summary>Pinterest's own bulk upload.</summary>
    public const string PinterestCsv = "pinterest_csv";

    /// <summary>Shopify's product export: several lines may be about one product.</summary>
    public const string ShopifyCsv = "shopify_csv";

    /// <summary>WooCommerce's product export.</summary>
    public const string WooCommerceCsv = "woocommerce_csv";

    /// <summary>A list of objects, or an object with one.</summary>
    public const string Json = "json";

    /// <summary>An object a line.</summary>
    public const string Ndjson = "ndjson";

    /// <summary>What a Shopify shop answers at /products.json.</summary>
    public const string ShopifyJson = "shopify_json";

    /// <summary>A product feed for Google Merchant Center, as XML; one with tabs is a csv.</summary>
    public const string MerchantXml = "merchant_xml";

    public const string Rss = "rss";

    public const string Atom = "atom";

    /// <summary>A list of a site's pages with their pictures, or an index of such lists.</summary>
    public const string Sitemap = "sitemap";

    public static readonly IReadOnlyList<string> All =
        [Csv, PinterestCsv, ShopifyCsv, WooCommerceCsv, Json, Ndjson, ShopifyJson, MerchantXml, Rss, Atom, Sitemap];

    public static bool IsTable(string format) => format is Csv or PinterestCsv or ShopifyCsv or WooCommerceCsv;
}
