using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

public sealed class CarouselSizesTests
{
    [Theory]
    [InlineData("1000x1500 1000x1500", "passed")]
    [InlineData("1000x1500 600x900 1001x1500", "passed")]
    [InlineData("1000x1500 1000x1000", "warning")]
    [InlineData("1000x1500 1000x1500 1080x1080 1000x1000", "warning")]
    [InlineData("1000x1500 ?", "skipped")]
    public void Pictures_of_different_shapes_are_warned_of(string sizes, string status) =>
        Assert.Equal(status, CarouselSizes.Check([.. sizes.Split(' ').Select(Size)]).Status);

    [Fact]
    public void The_first_that_differs_is_named() =>
        Assert.Contains("1080 × 1080 at position 3", CarouselSizes.Check([(1000, 1500), (1000, 1500), (1080, 1080)]).Message);

    private static (int, int)? Size(string size) =>
        size.Split('x') is [var width, var height] ? (int.Parse(width), int.Parse(height)) : null;
}
