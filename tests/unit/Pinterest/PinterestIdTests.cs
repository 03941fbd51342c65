using Connector.Pinterest;

namespace Connector.Tests.Pinterest;

public sealed class PinterestIdTests
{
    [Theory]
    [InlineData("549755885175", true)]
    [InlineData("9999999999999999999", true)] // more than a 64-bit number holds
    [InlineData("", false)]
    [InlineData("My board", false)]
    [InlineData("-5", false)]
    [InlineData("12 34", false)]
    [InlineData("١٢٣", false)]
    [InlineData("123456789012345678901234567890123", false)]
    public void Ids_are_ascii_digits(string text, bool isId) => Assert.Equal(isId, PinterestId.IsValid(text));
}
