namespace Connector.Tests.Sources;

/// <summary>Files that are watched.</summary>
internal static class Feeds
{
    public static string Rss(params (string Guid, string Title)[] items) => $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>
        {string.Concat(items.Select(item => $"""
            <item><guid>{item.Guid}</guid><title>{item.Title}</title><link>https://example.com/{item.Guid}</link>
            <pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>
            <enclosure url="https://example.com/{item.Guid}.jpg" type="image/jpeg" length="1"/></item>
            """))}
        </channel></rss>
        """;

    public static string Sitemap(params (string Page, string? LastChanged)[] pages) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        {string.Concat(pages.Select(page => $"""
            <url><loc>https://example.com/{page.Page}</loc>{(page.LastChanged is null ? "" : $"<lastmod>{page.LastChanged}</lastmod>")}
            <image:image><image:loc>https://example.com/{page.Page}.jpg</image:loc><image:title>{page.Page}</image:title></image:image>
            </url>
            """))}
        <url><loc>https://example.com/imprint</loc></url>
        </urlset>
        """;

    public static string Pages(int count, int from = 0) =>
        Sitemap([.. Enumerable.Range(from, count).Select(number => ($"p{number:000}", (string?)null))]);

    public static string Products(params string[] handles) => $$"""
        {"products":[{{string.Join(',', handles.Select(handle => $$"""
            {"id":{{(int)handle[0]}},"handle":"{{handle}}","title":"{{handle}}","images":[{"src":"https://example.com/{{handle}}.jpg"}],
             "published_at":"2026-11-01T00:00:00Z","variants":[{"sku":"{{handle}}","available":true}]}
            """))}}]}
        """;
}
