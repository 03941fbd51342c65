using Connector.Imports;
using Connector.Sources.Work;

namespace Connector.Tests.Sources;

public sealed class SourcePartsTests
{
    [Theory]
    [InlineData("https://e.com/products.json", 29, null, false)]
    [InlineData("https://e.com/products.json", 30, "https://e.com/products.json?page=2", false)]
    [InlineData("https://e.com/products.json?limit=250", 250, "https://e.com/products.json?limit=250&page=2", false)]
    [InlineData("https://e.com/products.json?limit=250", 30, null, false)]
    [InlineData("https://e.com/products.json?page=2&limit=5", 5, null, true)]
    [InlineData("https://e.com/products.json?page=2&limit=5", 4, null, false)]
    public void A_full_page_has_another_one_after_it(string url, long items, string? next, bool isCut)
    {
        var parts = new SourceParts(url);

        parts.AfterPage(ImportFormat.ShopifyJson, url, items);

        Assert.Equal((next, isCut), (parts.Next(), parts.AreCut));
    }

    [Fact]
    public void Other_files_have_no_pages()
    {
        var parts = new SourceParts("https://e.com/feed");

        parts.AfterPage(ImportFormat.Rss, "https://e.com/feed", 1000);

        Assert.Equal((null, false, false), (parts.Next(), parts.AreCut, parts.AreSeveral));
    }

    [Fact]
    public void An_index_names_so_many_files_at_most_and_none_of_them_names_more()
    {
        var parts = new SourceParts("https://e.com/map");
        for (var i = 0; i < 1000; i++) parts.Add($"/part{i % 49}", isOfIndex: true);
        Assert.Equal((true, false), (parts.AreSeveral, parts.AreCut));

        parts.Add("/one-more", isOfIndex: true);
        Assert.True(parts.AreCut);

        var other = new SourceParts("https://e.com/map");
        other.Add("/deeper", isOfIndex: false);
        Assert.Equal((true, null), (other.AreCut, other.Next()));
    }
}
