using Connector.Pins;
using Connector.Publishing.Reconciliation;

namespace Connector.Tests.Publishing.Reconciliation;

public sealed class PinFingerprintTests
{
    [Theory]
    [InlineData("A lamp", "A lamp")]
    [InlineData("  A \t lamp\r\n", "A lamp")]
    [InlineData("A\u00A0lamp", "A lamp")]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("Salt &amp; pepper", "Salt & pepper")]
    [InlineData("", null)]
    public void Texts_that_Pinterest_may_have_normalised_are_the_same(string one, string? other) =>
        Assert.Equal(ComparableText.Of(one), ComparableText.Of(other));

    [Theory]
    [InlineData("A lamp", "A Lamp")]
    [InlineData("A lamp", "Alamp")]
    public void Texts_that_say_something_else_are_not(string one, string other) =>
        Assert.NotEqual(ComparableText.Of(one), ComparableText.Of(other));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a/")]
    [InlineData("https://example.com/a", "http://www.example.com/a")]
    [InlineData("https://EXAMPLE.com:443/a", "https://example.com/a")]
    [InlineData("https://example.com/a?utm_source=pin&utm_content=x", "https://example.com/a")]
    [InlineData("https://example.com/a?b=1&c=2", "https://example.com/a?c=2&b=1")]
    [InlineData("https://example.com/a?b=1&amp;c=2", "https://example.com/a?b=1&c=2")]
    [InlineData("https://example.com/a#top", "https://example.com/a")]
    [InlineData("https://example.com/a?pin_ref=0123456789abc", "https://example.com/a")]
    [InlineData("https://example.com", "https://example.com/")]
    public void Links_that_lead_to_the_same_page_are_the_same(string one, string other) =>
        Assert.Equal(PinFingerprint.NormalLink(one), PinFingerprint.NormalLink(other));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/b")]
    [InlineData("https://example.com/a?id=1", "https://example.com/a?id=2")]
    [InlineData("https://example.com:8080/a", "https://example.com/a")]
    [InlineData("https://example.com/a", null)]
    public void Links_that_lead_elsewhere_are_not(string one, string? other) =>
        Assert.NotEqual(PinFingerprint.NormalLink(one), PinFingerprint.NormalLink(other));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a?pin_ref=bcdefghjkmnpq")]
    [InlineData("https://example.com/a?b=1", "https://example.com/a?b=1&pin_ref=bcdefghjkmnpq")]
    [InlineData("https://example.com/a#top", "https://example.com/a?pin_ref=bcdefghjkmnpq#top")]
    public void The_marker_is_one_parameter_before_the_fragment(string link, string sent)
    {
        var pin = new PinRow { Id = "pin_0000000000000bcdefghjkmnpq", LinkUrl = link, LinkMarker = true };

        Assert.Equal(sent, LinkMarker.Sent(pin));
        Assert.Equal("bcdefghjkmnpq", LinkMarker.In(sent));
    }

    [Fact]
    public void A_link_is_sent_as_given_when_the_marker_is_off_or_would_make_it_too_long()
    {
        var link = "https://example.com/" + new string('a', 2020);
        var pin = new PinRow { Id = "pin_0000000000000bcdefghjkmnpq", LinkUrl = link, LinkMarker = true };

        Assert.Equal(pin.LinkUrl, LinkMarker.Sent(pin));
        Assert.Equal("https://example.com/", LinkMarker.Sent(pin with { LinkUrl = "https://example.com/", LinkMarker = false }));
        Assert.Null(LinkMarker.Sent(pin with { LinkUrl = null }));
    }

    [Theory]
    [InlineData("https://www.Example.com/a", "example.com")]
    [InlineData("https://shop.example.com./a", "shop.example.com")]
    [InlineData(null, null)]
    public void A_domain_is_the_host_without_www(string? link, string? domain) => Assert.Equal(domain, LinkDomain.Of(link));
}
