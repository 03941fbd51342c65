using Connector.Assets;
using Connector.Assets.Conversion;
using Connector.Assets.Media;

namespace Connector.Tests.Assets;

public sealed class ConversionRulesTests
{
    private static readonly AssetOptions Limits = new() { ImageBytes = 1000, VideoBytes = 5000 };

    private static readonly MediaFacts Whole = new(MediaFormat.Jpeg, 1000) { Width = 1000, Height = 1500 };

    public static TheoryData<string, bool> Pictures => new()
    {
        { "JPEG", false },
        { "PNG", false },
        { "JPEG that is too large", true },
        { "JPEG for print", true },
        { "JPEG that is cut off", false },
        { "JPEG of more pixels than any camera has", false },
        { "nothing", false },
        { "WebP", true },
        { "AVIF", true },
        { "TIFF", true },
        { "GIF", true },
        { "HEIC", false },
        { "BMP", false },
        { "JPEG XL", false },
        { "SVG", false },
        { "video that is too large", false },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Only_a_whole_picture_that_Pinterest_does_not_take_is_converted(string name, bool expected)
    {
        var facts = name switch
        {
            "JPEG" => Whole,
            "PNG" => Whole with { Format = MediaFormat.Png },
            "JPEG that is too large" => Whole with { Bytes = 1001 },
            "JPEG for print" => Whole with { IsCmyk = true },
            "JPEG that is cut off" => Whole with { Bytes = 1001, IsCmyk = true, Flaw = "cut off" },
            "JPEG of more pixels than any camera has" => Whole with { Bytes = 1001, Width = 20_000, Height = 20_000 },
            "nothing" => new MediaFacts(MediaFormat.WebP, 0),
            "WebP" => new(MediaFormat.WebP, 10),
            "AVIF" => new(MediaFormat.Avif, 10),
            "TIFF" => new(MediaFormat.Tiff, 5000),
            "GIF" => new(MediaFormat.Gif, 10),
            "HEIC" => new(MediaFormat.Heic, 10),
            "BMP" => new(MediaFormat.Bmp, 10),
            "JPEG XL" => new(MediaFormat.JpegXl, 10),
            "SVG" => new(MediaFormat.Svg, 10),
            _ => new(MediaFormat.Mp4, 5001),
        };

        Assert.Equal(expected, ConversionRules.IsNeeded(facts, Limits));
    }

    [Theory]
    [InlineData("/a/photo.webp", true)]
    [InlineData("/a/PHOTO.AVIF", true)]
    [InlineData("/a/scan.tiff", true)]
    [InlineData("/a/photo.jpg", false)]
    [InlineData("/a.webp/photo", false)]
    [InlineData("/", false)]
    public void An_address_says_by_its_name_what_it_leads_to(string path, bool expected) =>
        Assert.Equal(expected, ConversionRules.IsNeeded(path));

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, true, "convert_images")]
    [InlineData(true, false, "Connector:Images:Convert")]
    [InlineData(false, false, "Connector:Images:Convert")]
    public void Who_forbids_it_is_said(bool account, bool connector, string? word)
    {
        var why = ConversionRules.Forbids(account, new ImageOptions { Convert = connector });

        Assert.Equal(word is null, why is null);
        Assert.Contains(word ?? "", why ?? "", StringComparison.Ordinal);
    }
}
