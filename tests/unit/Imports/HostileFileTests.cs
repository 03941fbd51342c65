using System.Text;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

/// <summary>Files that somebody wrote to do harm, or that went wrong on their way.</summary>
public sealed class HostileFileTests
{
    private const string Rss = "<rss version=\"2.0\"><channel>", Item = "<item><title>A</title><link>https://e.com/a</link></item>";

    [Theory]
    [InlineData("a document type", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]>" + Rss + Item + "</channel></rss>")]
    [InlineData("a file outside", "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">" + Rss + Item + "</channel></rss>")]
    [InlineData(
        "entities of entities", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + Rss + "<item>&b;</item></channel></rss>")]
    public async Task A_document_type_is_never_read(string _, string xml) =>
        await Assert.ThrowsAsync<System.Xml.XmlException>(() => ItemsAsync(xml));

    [Fact]
    public async Task Of_a_feed_that_is_cut_off_the_whole_items_are_read()
    {
        var items = new List<ImportItem>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Rss + Item + Item + "<item><title>cut"));
        await Assert.ThrowsAsync<System.Xml.XmlException>(async () =>
        {
            await foreach (var item in new FeedReader(file).ReadAsync(CancellationToken.None)) items.Add(item);
        });

        Assert.Equal(2, items.Count);
    }

    [Theory]
    [InlineData("a large text", 0)]
    [InlineData("many elements", 1)]
    [InlineData("deep elements", 2)]
    public async Task An_item_without_end_fills_no_memory(string _, int kind)
    {
        using var file = new EndlessStream(Rss + "<item>", kind switch { 0 => "aaaaaaaa", 1 => "<b>x</b>", _ => "<b>" });

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var _ in new FeedReader(file).ReadAsync(CancellationToken.None)) { }
        });

        Assert.InRange(file.Given, 1, 40 * 1024 * 1024);
    }

    [Theory]
    [InlineData("<a>", "inside more than 32")]
    [InlineData("<a/>", "without an item")]
    public async Task What_has_no_end_outside_of_items_ends_the_reading(string again, string because)
    {
        using var file = new EndlessStream(Rss + Item, again);
        var titles = new List<string?>();

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in new FeedReader(file).ReadAsync(CancellationToken.None)) titles.Add(item.Value("title"));
        });

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["A"], titles);
        Assert.InRange(file.Given, 1, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task A_list_of_JSON_without_end_fills_no_memory()
    {
        using var file = new EndlessStream("[{\"title\":\"", "aaaaaaaa");

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in new JsonReader(file, isList: true).ReadAsync(CancellationToken.None)) { }
        });

        Assert.InRange(file.Given, 1, 40 * 1024 * 1024);
    }

    [Theory]
    [InlineData(200_000, "--!")]
    [InlineData(60_000, "<img ")]
    [InlineData(60_000, "<img src='")]
    [InlineData(30_000, "<b a='1'>")]
    public void HTML_of_any_shape_is_searched_in_time(int times, string part)
    {
        var html = "<!--" + string.Concat(Enumerable.Repeat(part, times));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Null(ContentImages.First(html));

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData(
        "a cell of 10 MB", "title,image,board\nA,https://e.com/a.jpg,B\nXXXX,https://e.com/b.jpg,B\nC,https://e.com/c.jpg,B\n", 10_000_000)]
    [InlineData("a NUL", "title,image,board\nA,https://e.com/a.jpg,B\nx\0y,https://e.com/b.jpg,B\nC,https://e.com/c.jpg,B\n", 1)]
    [InlineData(
        "names given twice", "title,title,image,board\nA,Z,https://e.com/a,B\nB,,https://e.com/b,B\nC,Z,https://e.com/c,B\n", 1)]
    [InlineData(
        "too few values", "title,image,board\nA,https://e.com/a.jpg,B\nB\nC,https://e.com/c.jpg,B\n", 1)]
    [InlineData(
        "too many values", "title,image,board\nA,https://e.com/a.jpg,B\nB,https://e.com/b.jpg,B,1,2\nC,https://e.com/c.jpg,B\n", 1)]
    public async Task Around_a_bad_row_the_good_ones_are_read(string _, string csv, int times)
    {
        var items = await ItemsAsync(csv.Replace("XXXX", new string('x', times), StringComparison.Ordinal));

        Assert.Equal(["A", "C"], [items[0].Value("title"), items[2].Value("title")]);
        Assert.Equal((3, null, null), (items.Count, items[0].Problem, items[2].Problem));
    }

    [Fact]
    public async Task A_table_of_1000_columns_is_read()
    {
        var names = string.Join(',', Enumerable.Range(0, 1000).Select(i => i == 999 ? "title" : $"column {i}"));
        var items = await ItemsAsync($"{names}\n{string.Join(',', Enumerable.Range(0, 1000))}\n");

        Assert.Equal("999", items.Single().Value("title"));
    }

    [Fact]
    public async Task A_table_of_more_than_2000_columns_is_refused()
    {
        var names = string.Join(',', Enumerable.Range(0, 2001).Select(i => i == 0 ? "title" : $"c{i}"));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ItemsAsync($"{names}\n1\n"));

        Assert.Contains("2,000 columns", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_of_a_product_that_are_too_large_together_are_several_rows()
    {
        var line = $"lamp,Lamp,{new string('x', 1_500_000)},https://e.com/a.jpg\n";
        var items = await ItemsAsync("Handle,Title,Body (HTML),Image Src\n" + string.Concat(Enumerable.Repeat(line, 4)));

        Assert.Equal([2, 2], items.Select(item => item.Lines.Count));
    }

    [Fact]
    public async Task An_apostrophe_that_keeps_a_text_from_being_a_formula_is_taken_away() =>
        Assert.Equal("=1+1", (await ItemsAsync("title,image\n'=1+1,https://e.com/a.jpg\n"))[0].Value("title"));

    private static Task<List<ImportItem>> ItemsAsync(string text) => SampleFile.ItemsAsync(Encoding.UTF8.GetBytes(text), "file");
}
