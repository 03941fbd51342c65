using System.Globalization;
using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

public sealed class SignedUrlTests
{
    [Theory]
    [InlineData(
        "https://shop.s3.amazonaws.com/a.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261122T101500Z&X-Amz-Expires=3600&"
            + "X-Amz-Signature=ab",
        "2026-11-22T11:15:00Z")]
    [InlineData(
        "https://shop.s3.amazonaws.com/a.jpg?x-amz-date=20261122T101500Z&x-amz-expires=604800&x-amz-signature=ab", "2026-11-29T10:15:00Z")]
    [InlineData("https://shop.s3.amazonaws.com/a.jpg?AWSAccessKeyId=AK&Expires=1795342500&Signature=ab%3D", "2026-11-22T10:15:00Z")]
    [InlineData(
        "https://storage.googleapis.com/shop/a.jpg?X-Goog-Date=20261122T101500Z&X-Goog-Expires=900&X-Goog-Signature=ab",
        "2026-11-22T10:30:00Z")]
    [InlineData("https://storage.googleapis.com/shop/a.jpg?GoogleAccessId=a&Expires=1795342500&Signature=ab", "2026-11-22T10:15:00Z")]
    [InlineData("https://d111.cloudfront.net/a.jpg?Expires=1795342500&Signature=ab&Key-Pair-Id=K1", "2026-11-22T10:15:00Z")]
    [InlineData(
        "https://d111.cloudfront.net/a.jpg?Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiKiIsIkNvbmRpdGlvbiI6eyJE"
            + "YXRlTGVzc1RoYW4iOnsiQVdTOkVwb2NoVGltZSI6MTc5NTM0MjUwMH19fV19&Signature=ab&Key-Pair-Id=K1",
        "2026-11-22T10:15:00Z")]
    [InlineData(
        "https://shop.blob.core.windows.net/c/a.jpg?sv=2024-11-04&se=2026-11-22T10%3A15%3A00Z&sr=b&sp=r&sig=ab%3D", "2026-11-22T10:15:00Z")]
    [InlineData("https://shop.blob.core.windows.net/c/a.jpg?se=2026-11-22&sr=b&sig=ab", "2026-11-22T00:00:00Z")]
    [InlineData("https://cdn.example.com/a.jpg", null)]
    [InlineData("https://cdn.example.com/a.jpg?Expires=1795342500", null)]
    [InlineData("https://cdn.example.com/a.jpg?se=2026-11-22", null)]
    [InlineData("https://cdn.example.com/a.jpg?Signature=ab&Expires=soon", null)]
    [InlineData("https://cdn.example.com/a.jpg?Signature=ab&Policy=%21%21", null)]
    [InlineData("https://cdn.example.com/a.jpg?Signature=ab&Policy=e30_", null)]
    [InlineData("https://cdn.example.com/a.jpg?X-Amz-Date=yesterday&X-Amz-Expires=60", null)]
    [InlineData("https://cdn.example.com/a.jpg?X-Amz-Date=20261122T101500Z&X-Amz-Expires=-1", null)]
    [InlineData("https://cdn.example.com/a.jpg?X-Amz-Date=20261122T101500Z&X-Amz-Expires=9223372036854775807", null)]
    [InlineData("no address", null)]
    public void The_end_of_a_signed_address_is_read_out_of_it(string url, string? end) =>
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), SignedUrl.ExpiresAt(url));
}
