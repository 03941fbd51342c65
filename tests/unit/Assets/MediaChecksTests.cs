using Connector.Assets;
using Connector.Assets.Media;

namespace Connector.Tests.Assets;

public sealed class MediaChecksTests
{
    private static readonly AssetOptions Limits = new() { ImageBytes = 1000, VideoBytes = 5000 };

    [Theory]
    [InlineData(100, 150, "media_pixels warning")]
    [InlineData(99, 1000, "media_pixels failed")]
    [InlineData(1000, 99, "media_pixels failed")]
    [InlineData(599, 900, "media_pixels warning")]
    [InlineData(600, 900, "media_pixels passed")]
    [InlineData(11_500, 17_391, "media_pixels passed")]
    [InlineData(11_600, 17_391, "media_pixels failed")]
    [InlineData(1000, 1500, "media_ratio passed")]
    [InlineData(1090, 1500, "media_ratio passed")]
    [InlineData(1110, 1500, "media_ratio warning")]
    [InlineData(910, 1500, "media_ratio passed")]
    [InlineData(890, 1500, "media_ratio warning")]
    public void An_image_is_measured(int width, int height, string expected) =>
        AssertSays(expected, new MediaFacts(MediaFormat.Png, 10) { Width = width, Height = height });

    [Theory]
    [InlineData(3.8, "video_length failed")]
    [InlineData(3.95, "video_length passed")]
    [InlineData(4, "video_length passed")]
    [InlineData(900, "video_length passed")]
    [InlineData(900.2, "video_length failed")]
    public void A_video_takes_four_seconds_to_fifteen_minutes(double seconds, string expected) =>
        AssertSays(expected, Video with { Duration = TimeSpan.FromSeconds(seconds) });

    [Theory]
    [InlineData("h264", "video_codec passed")]
    [InlineData("h265", "video_codec passed")]
    [InlineData("vp09", "video_codec failed")]
    [InlineData(null, "video_codec failed")]
    public void A_video_is_encoded_as_Pinterest_takes_it(string? codec, string expected) =>
        AssertSays(expected, Video with { VideoCodec = codec });

    [Theory]
    [InlineData(500, 1000, "video_ratio passed")]
    [InlineData(480, 1000, "video_ratio failed")]
    [InlineData(1910, 1000, "video_ratio passed")]
    [InlineData(1930, 1000, "video_ratio failed")]
    public void A_video_is_neither_too_tall_nor_too_wide(int width, int height, string expected) =>
        AssertSays(expected, Video with { Width = width, Height = height });

    [Theory]
    [InlineData(true, "video_moov passed")]
    [InlineData(false, "video_moov warning")]
    public void A_video_should_begin_with_its_index(bool isFirst, string expected) =>
        AssertSays(expected, Video with { IsMoovFirst = isFirst });

    [Theory]
    [InlineData("image", 1000, "media_bytes passed")]
    [InlineData("image", 1001, "media_bytes failed")]
    [InlineData("video", 5000, "media_bytes passed")]
    [InlineData("video", 5001, "media_bytes failed")]
    public void Each_kind_has_its_largest_size(string kind, long bytes, string expected) =>
        AssertSays(expected, (kind == "image" ? Image : Video) with { Bytes = bytes });

    [Fact]
    public void Every_failure_and_warning_says_what_is_wrong_and_what_to_do() =>
        Assert.All(MediaSamples.All.SelectMany(sample => MediaChecks.Of(MediaReader.Read(new MemoryStream(sample.Bytes)), new())), check =>
        {
            Assert.Equal(check.Status == "passed", check.Code is null);
            Assert.Equal(check.Code is null, string.IsNullOrWhiteSpace(check.Message));
            Assert.Equal(check.Code is null, string.IsNullOrWhiteSpace(check.Remediation));
        });

    private static MediaFacts Image { get; } = new(MediaFormat.Png, 10) { Width = 1000, Height = 1500 };

    private static MediaFacts Video { get; } = new(MediaFormat.Mp4, 10)
    {
        Width = 1080,
        Height = 1920,
        Duration = TimeSpan.FromSeconds(10),
        VideoCodec = "h264",
        IsMoovFirst = true,
    };

    private static void AssertSays(string expected, MediaFacts facts) =>
        Assert.Contains(expected, MediaChecks.Of(facts, Limits).Select(check => $"{check.Name} {check.Status}"));
}
