using Connector.Pins;
using Connector.Pins.Texts;

namespace Connector.Tests.Pins.Texts;

public sealed class TextAdviceTests
{
    [Theory]
    [InlineData("Bed &amp; Breakfast", "text_entities")]
    [InlineData("Soup &#8211; now", "text_entities")]
    [InlineData("Soup &#x2013; now", "text_entities")]
    [InlineData("<b>Salt</b>", "text_markup")]
    [InlineData("Salt<br/>Pepper", "text_markup")]
    [InlineData("<p class=\"x\">Salt", "text_markup")]
    [InlineData("<!-- wp:paragraph -->Salt", "text_markup")]
    [InlineData("[gallery ids=\"1\"]", "text_shortcode")]
    [InlineData("[gallery]", "text_shortcode")]
    [InlineData("[caption]Salt[/caption]", "text_shortcode")]
    [InlineData("[url=https://example.com]here", "text_shortcode")]
    [InlineData("[vc_row]", "text_shortcode")]
    [InlineData("{{ $json.text }}", "text_template")]
    [InlineData("By {{handle}}", "text_template")]
    [InlineData("%%title%% - %%sitename%%", "text_template")]
    [InlineData("${title}", "text_template")]
    [InlineData("<%= title %>", "text_template")]
    [InlineData("{% if title %}", "text_template")]
    [InlineData("*|FNAME|*", "text_template")]
    [InlineData("@{triggerBody()}", "text_template")]
    [InlineData("$json.title", "text_template")]
    [InlineData("undefined", "text_missing_value")]
    [InlineData(" null ", "text_missing_value")]
    [InlineData("NaN", "text_missing_value")]
    [InlineData("None", "text_missing_value")]
    [InlineData("[object Object]", "text_missing_value")]
    [InlineData("#N/A", "text_missing_value")]
    [InlineData("#REF!", "text_missing_value")]
    [InlineData("undefined | My shop", "text_missing_value")]
    [InlineData("My shop - undefined", "text_missing_value")]
    [InlineData("Price: $NaN", "text_missing_value")]
    [InlineData(" ", "text_invisible")]
    [InlineData("\u200B\uFEFF\u200D", "text_invisible")]
    [InlineData("\u2800\u3164", "text_invisible")]
    [InlineData("\uFE0F", "text_invisible")]
    public void What_people_would_see_as_a_mistake_is_named_by_its_kind(string text, string code)
    {
        var warning = Assert.Single(TextAdvice.Of("title", text));

        Assert.Equal(("texts", "warning", code), (warning.Name, warning.Status, warning.Code));
        Assert.StartsWith("title ", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith($": \"{text}\".", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Salt & pepper; a love story")]
    [InlineData("Q&A; AT&T")]
    [InlineData("I <3 soup, 5 < 6 > 4")]
    [InlineData("a <- b -> c, <Name>")]
    [InlineData("[video] Soup in 5 minutes [ad] [size M]")]
    [InlineData("[1] [x = 5]")]
    [InlineData("{soup} {} {{ }} {{}}")]
    [InlineData("100%% sure, 50%% off")]
    [InlineData("50% off 20% more %")]
    [InlineData("It costs ${ 5 } or $5 {now}")]
    [InlineData("Write to maria@{at}, *|*")]
    [InlineData("Nothing is undefined here")]
    [InlineData("Null and void: none of it")]
    [InlineData("Side effects: None")]
    [InlineData("Nan's recipes")]
    [InlineData("🌷")]
    [InlineData("❤️ 👩‍🍳")]
    [InlineData("スープ")]
    [InlineData("#1 soup, #vegan!")]
    public void An_ordinary_text_raises_no_alarm(string text) => Assert.Empty(TextAdvice.Of("title", text));

    [Fact]
    public void A_text_with_several_mistakes_is_told_all_of_them_and_shown_cut_at_a_whole_character()
    {
        var text = "<p>&nbsp;" + string.Concat(Enumerable.Repeat("🌷", 200));

        var warnings = TextAdvice.Of("description", text).ToList();

        Assert.Equal(["text_entities", "text_markup"], warnings.Select(warning => warning.Code));
        Assert.All(warnings, warning => Assert.EndsWith("🌷…\".", warning.Message, StringComparison.Ordinal));
        Assert.All(warnings, warning => Assert.DoesNotContain('\uFFFD', warning.Message!));
    }

    [Fact]
    public void The_texts_of_a_carousels_pictures_count_too()
    {
        var pin = new CreatePinRequest
        {
            AltText = "null",
            Carousel = [new CarouselSlide { Title = "Salt" }, new CarouselSlide { Description = "{{text}}" }]
        };

        Assert.Equal(
            ["alt_text", "carousel[1].description"], TextAdvice.Of(pin).Select(warning => warning.Message!.Split(' ')[0]));
    }
}
