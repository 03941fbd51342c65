using System.Globalization;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class PriceTextTests
{
    [Theory]
    [InlineData("12.50 USD", "12.50")]
    [InlineData("EUR 1.299,00", "1299.00")]
    [InlineData("1 299 kr", "1299")]
    [InlineData("$1,299", "1299")]
    [InlineData("12,5", "12.5")]
    [InlineData("1,299,000.5", "1299000.5")]
    [InlineData("1.299,00 €", "1299.00")]
    [InlineData("1'299.00 CHF", "1299.00")]
    [InlineData("CHF 12.–", "12")]
    [InlineData("₹1,29,900", "129900")]
    [InlineData("1.299.000", "1299000")]
    [InlineData("1\u202f299,90 €", "1299.90")]
    [InlineData("0.999", "0.999")]
    [InlineData("10.50 – 20.00", "10.50")]
    [InlineData("Rs. 500", "500")]
    [InlineData("free", null)]
    [InlineData(null, null)]
    public void A_price_is_read_as_shops_write_it(string? text, string? price) =>
        Assert.Equal(price is null ? null : decimal.Parse(price, CultureInfo.InvariantCulture), PriceText.Read(text));

    [Theory]
    [InlineData("""{"price":1.105}""", "1.105")]
    [InlineData("""{"price":"1.105"}""", "1105")]
    [InlineData("""{"price":12.5}""", "12.5")]
    [InlineData("""{"price":1105}""", "1105")]
    [InlineData("""{"price":{"amount":2.499}}""", "2.499")]
    [InlineData("""{"variants":[{"price":2.499}]}""", "2.499")]
    public void A_number_of_JSON_is_never_in_thousands(string json, string price)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var item = JsonItem.Of(1, document.RootElement);
        var text = item.Fields.Single().Value;

        Assert.Equal(
            decimal.Parse(price, CultureInfo.InvariantCulture), PriceText.Read(text, item.Decimals.Contains(text)));
    }
}
