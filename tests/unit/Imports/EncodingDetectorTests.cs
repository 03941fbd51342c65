using System.Text;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class EncodingDetectorTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16be", true)]
    [InlineData("windows-1252", false)]
    public void The_encoding_of_a_text_is_found(string name, bool hasMark)
    {
        var encoding = TextEncodings.Of(name);
        byte[] mark = hasMark ? name == "utf-8" ? [0xEF, 0xBB, 0xBF] : encoding.GetPreamble() : [];

        Assert.Equal(name, Detect([.. mark, .. encoding.GetBytes("title,price\nCafé à la crème,5 €\n")]));
    }

    [Fact]
    public void A_letter_that_is_cut_between_two_reads_is_still_UTF_8()
    {
        var bytes = Encoding.UTF8.GetBytes("é€😀");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var detector = new EncodingDetector();
            detector.Add(bytes.AsSpan(0, cut));
            detector.Add(bytes.AsSpan(cut));
            Assert.Equal("utf-8", detector.Name);
        }
    }

    [Fact]
    public void One_byte_far_behind_that_is_not_UTF_8_is_enough()
    {
        var detector = new EncodingDetector();
        detector.Add(Encoding.ASCII.GetBytes(new string('a', 100_000)));
        detector.Add([0xE9]);
        detector.Add("b"u8);

        Assert.Equal("windows-1252", detector.Name);
    }

    [Theory]
    [InlineData(9, "utf-8")]
    [InlineData(4, "windows-1252")]
    public void A_few_bad_bytes_do_not_make_UTF_8_another_encoding(int good, string name)
    {
        var text = Encoding.UTF8.GetBytes(new string('é', good));

        Assert.Equal(name, Detect([.. text, 0xE9, .. "a"u8]));
        Assert.Equal(name, Detect([.. text, 0xE9]));
        Assert.Equal("utf-8", Detect([0xEF, 0xBB, 0xBF, .. text, 0xE9, .. "a"u8]));
    }

    [Theory]
    [InlineData("rows.csv", "title,image\n{0},https://e.com/a.jpg\n")]
    [InlineData("rows.json", "[{{\"title\":\"{0}\"}}]")]
    [InlineData("rows.ndjson", "{{\"title\":\"{0}\"}}\n{{\"title\":\"B\"}}\n")]
    public async Task A_bad_byte_is_seen_where_it_is_and_nowhere_else(string name, string form)
    {
        var bytes = Encoding.UTF8.GetBytes(form.Replace("{{", "{").Replace("}}", "}").Replace("{0}", "Café à la crème éé x"));
        bytes[bytes.AsSpan().IndexOf("x"u8)] = 0xE9;

        Assert.Equal("Café à la crème éé \uFFFD", (await SampleFile.ItemsAsync(bytes, name))[0].Value("title"));
    }

    [Theory]
    [InlineData("windows-1250", "Žluťoučký kůň")]
    [InlineData("windows-1251", "Лампа")]
    [InlineData("windows-1252", "Café")]
    [InlineData("ISO-8859-15", "Café €")]
    [InlineData("Shift_JIS", "ランプ")]
    public async Task A_feed_has_the_encoding_that_it_says(string name, string title)
    {
        TextEncodings.Register();
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss><channel><item><title>{title}</title></item></channel></rss>";

        Assert.Equal(title, (await SampleFile.ItemsAsync(Encoding.GetEncoding(name).GetBytes(xml), "feed.xml"))[0].Value("title"));
    }

    private static string Detect(byte[] bytes)
    {
        var detector = new EncodingDetector();
        detector.Add(bytes);
        return detector.Name;
    }
}
