using Connector.Imports.Mapping;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class TemplatesTests
{
    [Theory]
    [InlineData("{{ title | upcase }}, {{ vendor }}", "BRASS LAMP, Acme")]
    [InlineData("{{ description | strip_html }}", "Warm & bright")]
    [InlineData("{{ description | strip_html | truncate_words: 8 }}", "Warm &…")]
    [InlineData("{{ tags | hashtags }}", "#livingroom #boho")]
    [InlineData("{{ tags | hashtags: 1 }}", "#livingroom")]
    [InlineData("{{ tags | keywords }}", "Living room, boho")]
    [InlineData("{{ link | add_query: 'utm_source=pinterest' }}", "https://example.com/l?utm_source=pinterest#top")]
    [InlineData("{% if price %}{{ price }}{% else %}none{% endif %}", "12.50")]
    [InlineData("{% for tag in tags %}{{ tag }};{% endfor %}", "Living room;boho;")]
    [InlineData("{{ nothing }}", "")]
    public void A_template_is_filled(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("{{ title", "is no Liquid template")]
    [InlineData("{% if title %}", "is no Liquid template")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}", "range")]
    [InlineData("{{ (1..20000000) | size }}", "range")]
    [InlineData("{% assign a = (1..9) %}{{ a }}", "range")]
    [InlineData("{% include 'x' %}", "include")]
    [InlineData("{% render 'x' %}", "render")]
    [InlineData("{{ title | hashtag }}", "hashtag")]
    [InlineData("{{ title | format_string: 1 }}", "format_string")]
    public void A_template_that_could_do_harm_is_refused(string text, string because)
    {
        Assert.Null(Templates.Parse(text, out var problem));
        Assert.Contains(because, problem, StringComparison.Ordinal);
    }

    public static TheoryData<string> Growing() =>
    [
        string.Concat(Enumerable.Repeat("{% assign title = title | append: title %}", 60)) + "{{ title }}",
        string.Concat(Enumerable.Repeat("{% capture title %}{{ title }}{{ title }}{% endcapture %}", 60)) + "{{ title }}",
        "{{ long | replace: 'x', long }}",
        "{{ long | split: '' | join: long }}",
        "{% for a in tags %}{% for b in long_list %}{% endfor %}{% endfor %}" + string.Concat(Enumerable.Repeat("{{ long }}", 50)),
    ];

    [Theory]
    [MemberData(nameof(Growing))]
    public void A_template_cannot_grow_without_end(string text) => Assert.Throws<TemplateException>(() => Fill(text));

    [Theory]
    [InlineData("{{ 'now' | date: '%999999999n' }}")]
    [InlineData("{{ 'now' | date: '%-0100Y' }}")]
    [InlineData("{% assign form = '%_^999999999' | append: 'd' %}{{ 'now' | date: form }}")]
    public void A_date_cannot_be_made_wide(string text) =>
        Assert.Contains("wide", Assert.Throws<TemplateException>(() => Fill(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_date_is_written_as_its_form_says() =>
        Assert.Equal("2027-03-01", Fill("{{ '2027-03-01T09:30:00Z' | date: '%Y-%m-%02d' }}"));

    private static string Fill(string text)
    {
        var item = new ImportItem(2, new Dictionary<string, string>
        {
            ["title"] = "Brass lamp",
            ["description"] = "<p>Warm &amp; bright</p>",
            ["vendor"] = "Acme",
            ["link"] = "https://example.com/l#top",
            ["tags"] = "Living room, boho",
            ["price"] = "12.50",
            ["long"] = new('x', 5000),
        });
        var template = Templates.Parse(text, out var problem);
        Assert.True(template is not null, problem);
        return Templates.Fill(template, Templates.Context(ProductReading.Of(item, new ColumnRoles(null), null)));
    }
}
