using System.Globalization;
using System.Text.Json;

namespace Connector.Imports.Reading;

/// <summary>Reads the prices of WooCommerce's Store API: whole numbers of the currency's smallest unit, so that 4990 is 49.90.</summary>
/// <remarks>https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/products</remarks>
internal static class StorePrices
{
    private const int MostPlaces = 6;

    private static readonly string[] Amounts = ["price", "regular_price", "sale_price"];

    public static void AddTo(Dictionary<string, string> fields, JsonElement prices)
    {
        if (PlacesOf(prices) is not { } places) return;

        foreach (var name in Amounts)
        {
            if (!prices.TryGetProperty(name, out var said)
                || !decimal.TryParse(said.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var units)) continue;

            // Three places would be read as thousands.
            var price = InUnits(units, places).ToString(places == 3 ? "F4" : $"F{places}", CultureInfo.InvariantCulture);
            fields.TryAdd(name, price);
            fields.TryAdd($"prices_{name}", price);
        }
    }

    private static int? PlacesOf(JsonElement prices) =>
        prices.ValueKind == JsonValueKind.Object
        && prices.TryGetProperty("currency_minor_unit", out var unit)
        && unit.ValueKind == JsonValueKind.Number
        && unit.TryGetInt32(out var places)
        && places is >= 0 and <= MostPlaces
            ? places
            : null;

    private static decimal InUnits(decimal units, int places)
    {
        for (var i = 0; i < places; i++) units /= 10;
        return units;
    }
}
