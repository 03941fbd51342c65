using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

public sealed class PageTitleTests
{
    [Theory]
    [InlineData("<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\"A lamp &amp; more\">", "warning")]
    [InlineData("<meta content='article' property='og:type'><META CONTENT='Lamps' PROPERTY='og:title'>", "warning")]
    [InlineData("<meta property=og:type content=og:product><meta property=og:title content=Lamps>", "warning")]
    [InlineData("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\", \"@type\" : \"Recipe\"}</script><meta "
        + "property=\"og:title\" content=\"Soup\">", "warning")]
    [InlineData("<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\"My lamp\">", "passed")]
    [InlineData("<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\" my LAMP \">", "passed")]
    [InlineData("<meta property=\"og:type\" content=\"product\">", "passed")]
    [InlineData("<meta property=\"og:type\" content=\"website\"><meta property=\"og:title\" content=\"Lamps\">", "passed")]
    [InlineData("<meta name=\"pinterest-rich-pin\" content=\"false\"><meta property=\"og:type\" content=\"product\"><meta "
        + "property=\"og:title\" content=\"Lamps\">", "passed")]
    [InlineData("<title>Lamps</title>", "passed")]
    [InlineData("<meta <meta <meta property= content=\"", "passed")]
    [InlineData("", "passed")]
    public void A_page_that_brings_its_own_title_is_warned_of(string html, string status) =>
        Assert.Equal(status, PageTitle.Check(html, "My lamp").Status);

    [Fact]
    public void Whatever_a_page_holds_is_read_in_time()
    {
        Assert.Equal("passed", PageTitle.Check(string.Concat(Enumerable.Repeat("<meta ", 40_000)), "My lamp").Status);
        Assert.Equal("passed", PageTitle.Check("<meta " + new string('a', 250_000), "My lamp").Status);
        Assert.Equal("passed", PageTitle.Check(string.Concat(Enumerable.Repeat($"<meta {new string('a', 1990)}>", 130)), "My lamp").Status);
        Assert.Equal("passed", PageTitle.Check(string.Concat(Enumerable.Repeat("<meta ", 40_000)) + ">", "My lamp").Status);
        // This comment ends the process in AngleSharp 1.10.3, by a stack overflow.
        Assert.Equal("passed", PageTitle.Check("<!--" + string.Concat(Enumerable.Repeat("--!", 80_000)), "My lamp").Status);
    }
}
