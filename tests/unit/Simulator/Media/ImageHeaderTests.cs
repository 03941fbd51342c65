using Connector.Simulator.Media;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Media;

public sealed class ImageHeaderTests
{
    [Fact]
    public void Png_and_jpeg_headers_give_the_size()
    {
        Assert.Equal(new ImageHeader("png", 640, 960), ImageHeader.Read(SampleImages.Png(640, 960)));
        Assert.Equal(new ImageHeader("jpeg", 640, 960), ImageHeader.Read(SampleImages.Jpeg(640, 960)));
    }

    [Fact]
    public void No_image_is_seen_in_what_is_none_or_ends_too_early()
    {
        Assert.Null(ImageHeader.Read("GIF89a and more that is long enough to be a header"u8));
        for (var length = 0; length < 20; length++)
        {
            Assert.Null(ImageHeader.Read(SampleImages.Png().AsSpan(0, length)));
            Assert.Null(ImageHeader.Read(SampleImages.Jpeg().AsSpan(0, length)));
        }
    }
}
