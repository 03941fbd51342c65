using Connector.Pins.Intake;

namespace Connector.Tests.Pins.Intake;

public sealed class KeyAdviceTests
{
    [Theory]
    [InlineData("sheet-products-", true)]
    [InlineData("row:", true)]
    [InlineData("a_", true)]
    [InlineData("post/", true)]
    [InlineData("row ", true)]
    [InlineData("-", true)]
    [InlineData("sheet-undefined", true)]
    [InlineData("sheet-null", true)]
    [InlineData("NaN", true)]
    [InlineData("sheet-products-7", false)]
    [InlineData("https://example.com/soup", false)]
    [InlineData("7", false)]
    [InlineData("nullable", false)]
    public void A_key_that_ends_where_a_value_should_follow_may_be_blank(string key, bool mayBeBlank)
    {
        Assert.Equal(mayBeBlank, KeyAdvice.MayBeBlank(key));
        Assert.Equal(mayBeBlank ? "key_may_be_blank" : null, KeyAdvice.Of(key)?.Code);
    }

    [Fact]
    public void No_key_is_nothing_to_warn_of() => Assert.Null(KeyAdvice.Of(null));
}
