using Connector.Pins;
using Connector.Pins.Texts;

namespace Connector.Tests.Pins.Texts;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("Bed &amp; Breakfast &#8211; now", "Bed & Breakfast – now")]
    [InlineData("Bed &amp;amp; Breakfast", "Bed & Breakfast")]
    [InlineData("<b>Salt</b>", "Salt")]
    [InlineData("&lt;b&gt;Salt&lt;/b&gt;", "Salt")]
    [InlineData("<p>Salt</p><p>Pepper</p>", "Salt Pepper")]
    [InlineData("Salt<br> and <i>pep</i>per", "Salt and pepper")]
    [InlineData("<style>p { color: red }</style><script>go()</script>Salt", "Salt")]
    [InlineData("<!-- wp:paragraph -->Salt<!-- /wp:paragraph -->", "Salt")]
    [InlineData("5 &lt; 6, I &lt;3 soup", "5 < 6, I <3 soup")]
    [InlineData("Salt\n\nand  pepper", "Salt\n\nand  pepper")]
    [InlineData("&#128512;", "😀")]
    public void Clean_texts_are_what_a_browser_would_show(string text, string cleaned) => Assert.Equal(cleaned, Markup.Clean(text));

    [Fact]
    public void Texts_are_cleaned_wherever_a_pin_has_them_and_only_when_asked()
    {
        var asked = new CreatePinRequest
        {
            Title = "<b>T</b>",
            Description = "D&amp;",
            AltText = "<i>A</i>",
            CleanTexts = true,
            Carousel = [new CarouselSlide { Title = "<b>S</b>", Description = "S&amp;" }],
        };

        Assert.Equal(("T", "D&", "A"), (asked.Title, asked.Description, asked.AltText));
        Assert.Equal(("S", "S&"), (asked.Carousel![0].Title, asked.Carousel[0].Description));
        Assert.Equal("<b>T</b>", (asked with { CleanTexts = false }).Title);
        Assert.Equal("<b>S</b>", (asked with { CleanTexts = null }).Carousel![0].Title);
        Assert.Equal("T", new EditPinRequest { Title = "<b>T</b>", CleanTexts = true }.Title);
    }

    [Fact]
    public void A_very_long_line_of_signs_is_read_in_no_time()
    {
        var signs = string.Concat(Enumerable.Repeat("<a ", 300)) + string.Concat(Enumerable.Repeat("{{[%%${&", 100));

        Assert.Equal(signs, Markup.Clean(signs));
        Assert.Empty(TextAdvice.Of("description", signs));
    }
}
