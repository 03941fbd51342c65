using Connector.Http;

namespace Connector.Tests.Http;

/// <summary>Addresses as people paste them.</summary>
public sealed class AddressTextTests
{
    [Theory]
    [InlineData("https://a.example/🍲/suppe grün.jpg", "https://a.example/%F0%9F%8D%B2/suppe%20gr%C3%BCn.jpg")]
    [InlineData(" https://a.example/k.jpg ", "https://a.example/k.jpg")]
    [InlineData("https://a.example/k.jpg?n=ü&m=%C3%BC#ä", "https://a.example/k.jpg?n=%C3%BC&m=%C3%BC#%C3%A4")]
    [InlineData("https://münchen.example/ß", "https://münchen.example/%C3%9F")]
    [InlineData("https://münchen.example", "https://münchen.example")]
    [InlineData("https://a.example/100%.jpg", "https://a.example/100%.jpg")]
    public void What_is_not_ASCII_in_a_path_is_percent_encoded(string given, string sent) =>
        Assert.Equal((sent, sent), (AddressText.Encoded(given), AddressText.Encoded(AddressText.Encoded(given))));

    [Theory]
    [InlineData("https://a.example/1.jpg,https://a.example/2.jpg")]
    [InlineData("https://a.example/1.jpg, https://a.example/2.jpg")]
    [InlineData("https://a.example/1.jpg https://a.example/2.jpg")]
    [InlineData("https://a.example/1.jpg\nhttps://a.example/2.jpg")]
    [InlineData("https://a.example/1.jpg|https://a.example/2.jpg;https://a.example/3.jpg")]
    [InlineData("https://a.example/1.jpg?w=1,https://a.example/2.jpg?w=1")]
    public void Several_addresses_belong_into_a_carousel(string given)
    {
        Assert.Contains("go into carousel: \"https://a.example/1.jpg", Problem(given), StringComparison.Ordinal);
        Assert.DoesNotContain("carousel", WebAddressAttribute.ProblemOf(given, "LinkUrl")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/1.jpg?w=1&#038;h=2", "&#038;", "https://a.example/1.jpg?w=1&h=2")]
    [InlineData("https://a.example/1.jpg?w=1&amp;h=2", "&amp;", "https://a.example/1.jpg?w=1&h=2")]
    [InlineData("https://a.example/1.jpg?w=1&#x26;h=2", "&#x26;", "https://a.example/1.jpg?w=1&h=2")]
    [InlineData("https://a.example/1.jpg?X-Amz-Date=1&amp;X-Amz-Signature=ab", "&amp;", "https://a.example/1.jpg?…")]
    public void An_entity_is_named_with_the_address_without_it(string given, string entity, string corrected) =>
        Assert.Equal($"contains {entity}, which is a sign of HTML; without it the address is \"{corrected}\".", Problem(given));

    [Theory]
    [InlineData("lamp.jpg", "\"lamp.jpg\"")]
    [InlineData("www.example.com/lamp.jpg", "\"www.example.com/lamp.jpg\"")]
    [InlineData("ftp://a.example/1.jpg?token=abc", "\"ftp://a.example/1.jpg?…\"")]
    [InlineData("[{\"url\":\"https://a.example/1.jpg\"}]", "is JSON")]
    [InlineData("https://a b/1.jpg", "\"https://a b/1.jpg\"")]
    [InlineData("https://a.example/1\n.jpg", "without line breaks")]
    [InlineData("https://maria:secret@a.example/1.jpg", "\"https://a.example/1.jpg\"")]
    public void A_refused_address_is_shown(string given, string shown)
    {
        Assert.Contains(shown, Problem(given), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Problem(given), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/🍲/suppe grün.jpg")]
    [InlineData("https://res.cloudinary.example/image/fetch/w_500,h_300/https://b.example/1.jpg")]
    [InlineData("https://images.example/?url=https://b.example/1.jpg")]
    [InlineData("https://collage.example/?urls=https://b.example/1.jpg,https://b.example/2.jpg")]
    [InlineData("https://a.example/1.jpg?copy=1&copyright=2&ampere=3")]
    public void An_address_that_only_looks_odd_is_taken(string given) => Assert.Null(WebAddressAttribute.ProblemOf(given, "ImageUrl"));

    [Fact]
    public void A_long_address_is_cut_and_one_that_grows_too_long_is_refused()
    {
        Assert.Equal(80, AddressText.Shown("https://a.example/" + new string('x', 200)).Length);
        Assert.Equal($"https://a.example/{new string('x', 60)}…", AddressText.Shown($"https://a.example/{new string('x', 60)}🍲🍲"));
        Assert.Contains("percent-encoded", Problem("https://a.example/" + new string('ü', 400)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop.example/a&key=SECRET", "shop.example/a?…")]
    [InlineData("https://shop.example/a&token=SECRET?x=1", "https://shop.example/a?…")]
    [InlineData("https://shop.example/a?x=1&token=SECRET", "https://shop.example/a?…")]
    public void What_may_be_a_secret_is_never_shown(string address, string shown) => Assert.Equal(shown, AddressText.Shown(address));

    [Fact]
    public void Half_an_emoji_has_no_encoding() =>
        Assert.Contains("must be a complete address", Problem($"https://a.example/{'\ud83c'}.jpg"), StringComparison.Ordinal);

    private static string Problem(string given) => WebAddressAttribute.ProblemOf(given, "ImageUrl")!;
}
