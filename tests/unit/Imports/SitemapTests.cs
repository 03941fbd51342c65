using System.Text;
using Connector.Imports;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class SitemapTests
{
    private const string Map = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc>https://e.com/lamp</loc><lastmod>2026-11-02T10:00:00+01:00</lastmod>
            <image:image><image:loc>https://e.com/1.jpg</image:loc><image:title>Lamp &amp; shade</image:title></image:image>
            <image:image><image:loc>https://e.com/2.jpg</image:loc><image:caption>At night</image:caption></image:image></url>
          <url><loc>https://e.com/imprint</loc></url>
        </urlset>
        """;

    [Fact]
    public async Task A_page_with_pictures_becomes_a_pin_and_one_without_is_left_out()
    {
        var items = await SampleFile.ItemsAsync(Encoding.UTF8.GetBytes(Map), "sitemap.xml");
        var row = new ImportRow { Format = ImportFormat.Sitemap, AccountId = "acc_1", Mapping = ReadyMapping.Store(new() { Board = "B" }) };
        var plans = items.ConvertAll(new RowPlanner(row, ReadyMapping.Of(row), TimeZoneInfo.Utc).Of);

        var pin = Assert.Single(plans[0].Pins);
        Assert.Equal(
            ("Lamp & shade", "At night", "https://e.com/lamp", "https://e.com/1.jpg"),
            (pin.Title, pin.Description, pin.LinkUrl, pin.ImageUrl));
        Assert.Equal(["https://e.com/1.jpg", "https://e.com/2.jpg"], items[0].Images.Select(image => image.Url));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), ItemDates.Of(items[0]));
        Assert.Equal("It has no picture.", plans[1].Skipped);
    }

    [Fact]
    public async Task An_index_names_other_sitemaps_and_makes_no_pins()
    {
        var item = Assert.Single(await SampleFile.ItemsAsync(
            Encoding.UTF8.GetBytes("<sitemapindex><sitemap><loc>https://e.com/1.xml</loc></sitemap></sitemapindex>"), "index.xml"));

        Assert.Equal("https://e.com/1.xml", item.Further);
        Assert.Contains("another sitemap", item.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 02 Nov 2026 08:00:00 GMT", "2026-11-02T08:00:00Z")]
    [InlineData("Mon, 02 Nov 2026 08:00:00 +0100", "2026-11-02T07:00:00Z")]
    [InlineData("Mon, 02 Nov 2026 08:00:00 EST", "2026-11-02T13:00:00Z")]
    [InlineData("2026-11-02", "2026-11-02T00:00:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026-11-02T08:00:00.123Z", "2026-11-02T08:00:00.123Z")]
    [InlineData("true", null)]
    [InlineData("published", null)]
    [InlineData("0001-01-01", null)]
    public void Dates_are_read_as_feeds_write_them(string text, string? date) => Assert.Equal(
        date is null ? null : DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), ItemDates.Read(text));
}
