using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Connector.Imports.Reading;

/// <summary>Reads sitemaps with pictures, page by page, and indexes of sitemaps; what a document type could do is not possible.</summary>
/// <remarks>https://www.sitemaps.org/protocol.html, and Google's extension for pictures, whose elements lie in a page's.</remarks>
internal sealed class SitemapReader(Stream file) : IItemReader
{
    private const string AnotherFile = "It names another sitemap: import that one, or watch the index as a source.";

    public string[]? Header => null;

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var row = 0L;
        foreach (var element in FeedElements.Of(file, "url", "sitemap"))
        {
            cancellation.ThrowIfCancellationRequested();
            row++;
            yield return element.Name.LocalName == "url" ? PageOf(row, element) : FurtherOf(row, element);
        }
    }

    private static ImportItem PageOf(long row, XElement page)
    {
        var images = page.Elements().Where(part => part.Name.LocalName == "image").ToList();
        var fields = new Dictionary<string, string>();
        if (TextOf(page, "loc") is { } address)
        {
            // Its address is what tells one page from another.
            fields["key"] = address;
            fields["link"] = address;
        }

        Add("lastmod", TextOf(page, "lastmod"));
        Add("title", images.Select(image => TextOf(image, "title")).FirstOrDefault(text => text is not null));
        Add("description", images.Select(image => TextOf(image, "caption")).FirstOrDefault(text => text is not null));
        return new ImportItem(row, fields)
        {
            Images =
            [
                .. images.Select(image => TextOf(image, "loc")).OfType<string>().Distinct().Select(url => new ItemImage(url)),
            ],
        };

        void Add(string name, string? text)
        {
            if (text is not null) fields[name] = text;
        }
    }

    private static ImportItem FurtherOf(long row, XElement sitemap) =>
        ImportItem.Unreadable(row, AnotherFile) with { Further = TextOf(sitemap, "loc") };

    private static string? TextOf(XElement element, string name) =>
        element.Elements().FirstOrDefault(part => part.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
