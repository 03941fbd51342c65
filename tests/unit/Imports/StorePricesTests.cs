using System.Text;
using Connector.Imports;
using Connector.Imports.Mapping;

namespace Connector.Tests.Imports;

/// <summary>Prices of WooCommerce's Store API, which counts in cents.</summary>
public sealed class StorePricesTests
{
    [Fact]
    public async Task Templates_and_rules_have_the_price_that_a_customer_pays()
    {
        var map = new ImportMapping
        {
            Board = "Usual",
            Boards = [new BoardRule { PriceFrom = 100, Board = "Dear" }, new BoardRule { Category = "Food & gifts", Board = "Gifts" }],
            Templates = new ImportTemplates { Title = "{{ title }} for {{ price }} {{ prices_currency_code }}, {{ category }}" },
        };

        var plans = await SampleFile.PlansAsync("woocommerce-store.json", map);

        Assert.Equal(
            [
                ("Oak & brass clock for 49.90 EUR, Food & gifts", "Gifts"), ("Tea bowl for 4990 JPY, Kitchen", "Dear"),
                ("Coffee pot for 12.5000 KWD, Kitchen", "Usual"),
            ],
            plans.Take(3).Select(plan => plan.Pins.Single()).Select(pin => (pin.Title!, pin.Board!)));
        Assert.Equal("It is out of stock.", plans[3].Skipped);
    }

    [Theory]
    [InlineData("""{"price":"4990","currency_minor_unit":2}""", "49.90")]
    [InlineData("""{"price":4990,"currency_minor_unit":2}""", "49.90")]
    [InlineData("""{"price":"","currency_minor_unit":2}""", null)]
    [InlineData("""{"price":"4990","currency_minor_unit":1000000000}""", null)]
    [InlineData("""{"price":"4990","currency_minor_unit":"2"}""", null)]
    [InlineData("""{"price":"-4990","currency_minor_unit":2}""", null)]
    [InlineData("""{"price":"99999999999999999999999999999999","currency_minor_unit":2}""", null)]
    [InlineData("""{"price":"4990"}""", null)]
    [InlineData("[4990]", null)]
    public async Task What_does_not_say_how_it_counts_is_no_price(string prices, string? price)
    {
        var items = await SampleFile.ItemsAsync(Encoding.UTF8.GetBytes($$"""[{"id":1,"name":"A","prices":{{prices}}}]"""), "p.json");

        Assert.Equal(price, new ColumnRoles(null).Of(items.Single(), ColumnRoles.Price));
    }
}
