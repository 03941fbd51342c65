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

    private static string Detect(byte[] bytes)
    {
        var detector = new EncodingDetector();
        detector.Add(bytes);
        return detector.Name;
    }
}
