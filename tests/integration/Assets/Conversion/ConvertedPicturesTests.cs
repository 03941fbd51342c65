using Connector.Assets.Conversion;
using Connector.Tests.Support;
using NetVips;

namespace Connector.Tests.Assets.Conversion;

/// <summary>What becomes of pictures in a real process of their own.</summary>
public sealed class ConvertedPicturesTests : IDisposable
{
    private readonly ConversionFolder _folder = new();

    public static TheoryData<string> Hostile => [.. HostilePictures.All.Select(picture => picture.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_picture_ends_as_the_table_says_and_never_as_half_a_picture(string name)
    {
        var picture = HostilePictures.All.Single(one => one.Name == name);

        var (result, written) = await _folder.ConvertAsync(picture.Bytes, picture.ContentType);

        Assert.Equal(picture.Failure, $"{result.Failure}");
        Assert.Equal(result.Failure is null, written is [0xFF, 0xD8, .., 0xFF, 0xD9]);
    }

    [Fact]
    public void The_table_is_as_long_as_it_must_be() => Assert.InRange(HostilePictures.All.Count, 30, int.MaxValue);

    public static TheoryData<string, string> Pictures => new()
    {
        { "webp", "jpeg 600×900" },
        { "avif", "jpeg 600×900" },
        { "tiff", "jpeg 600×900" },
        { "tiff of 16 bits", "jpeg 600×900" },
        { "tiff of 3 pages", "jpeg 600×900 pages:3" },
        { "gif", "jpeg 600×900" },
        { "jpeg for print", "jpeg 600×900 cmyk" },
        { "webp on its side", "jpeg 900×600 turned" },
        { "webp half seen", "png 600×900 transparent" },
        { "webp of which all is seen", "jpeg 600×900" },
        { "large jpeg", "jpeg 2000×3000" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_becomes_one_that_Pinterest_takes(string name, string expected)
    {
        var (bytes, type) = Sample(name);

        var (result, written) = await _folder.ConvertAsync(bytes, type);

        using var picture = Image.NewFromBuffer(written!);
        Assert.Null(result.Failure);
        Assert.Equal(expected, Describe(result, written!, picture));
        Assert.Equal(picture.HasAlpha() ? 4 : 3, picture.Bands);
        Assert.Equal((Enums.Interpretation.Srgb, Enums.BandFormat.Uchar), (picture.Interpretation, picture.Format));
    }

    [Fact]
    public async Task Colors_stay_what_they_are()
    {
        var (_, written) = await _folder.ConvertAsync(SamplePictures.Cmyk(), "image/jpeg");

        using var before = Image.NewFromBuffer(SamplePictures.Jpeg(600, 900));
        using var after = Image.NewFromBuffer(written!);
        using var difference = (before - after).Abs();
        Assert.InRange(difference.Avg(), 0, 20);
    }

    [Fact]
    public async Task No_notes_are_kept()
    {
        var bytes = SamplePictures.WebPWithPlace("At my house");
        Assert.True(bytes.AsSpan().IndexOf("At my house"u8) > 0);

        var (_, written) = await _folder.ConvertAsync(bytes, "image/webp");

        Assert.True(written.AsSpan().IndexOf("At my house"u8) < 0 && written.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public async Task What_stays_transparent_and_is_too_large_lies_on_white()
    {
        var (result, written) =
            await _folder.ConvertAsync(SamplePictures.WebPWithAlpha(0), "image/webp", order => order with { MostBytes = 100 });

        using var picture = Image.NewFromBuffer(written!);
        Assert.Equal((true, false), (result.WasTransparent, result.IsTransparent));
        Assert.All(picture.Getpoint(10, 10), color => Assert.InRange(color, 250, 255));
    }

    private static (byte[] Bytes, string Type) Sample(string name) => name switch
    {
        "webp" => (SamplePictures.WebP(), "image/webp"),
        "avif" => (SamplePictures.Avif(), "image/avif"),
        "tiff" => (SamplePictures.Tiff(), "image/tiff"),
        "tiff of 16 bits" => (SamplePictures.DeepTiff(), "image/tiff"),
        "tiff of 3 pages" => (SamplePictures.Tiff(3), "image/tiff"),
        "gif" => (SamplePictures.Gif(), "image/gif"),
        "jpeg for print" => (SamplePictures.Cmyk(), "image/jpeg"),
        "webp on its side" => (SamplePictures.WebP(orientation: 6), "image/webp"),
        "webp half seen" => (SamplePictures.WebPWithAlpha(100), "image/webp"),
        "webp of which all is seen" => (SamplePictures.WebPWithAlpha(255), "image/webp"),
        _ => (SamplePictures.Jpeg(4000, 6000), "image/jpeg"),
    };

    private static string Describe(ConversionResult result, byte[] written, Image picture) => string.Join(' ', new[]
    {
        written is [0xFF, 0xD8, ..] ? "jpeg" : "png",
        $"{picture.Width}×{picture.Height}",
        result.Pages > 1 ? $"pages:{result.Pages}" : null,
        result.WasCmyk ? "cmyk" : null,
        result.WasTurned ? "turned" : null,
        result.IsTransparent ? "transparent" : null,
    }.OfType<string>());

    public void Dispose() => _folder.Dispose();
}
