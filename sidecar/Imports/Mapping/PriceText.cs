using System.Globalization;

namespace Connector.Imports.Mapping;

/// <summary>Reads prices as people and shops write them: "12.50 USD", "EUR 1.299,00", "1 299 kr".</summary>
internal static class PriceText
{
    public static decimal? Read(string? text)
    {
        if (text is null || text.Length > 64) return null;

        var signs = string.Concat(text.Where(letter => char.IsAsciiDigit(letter) || letter is ',' or '.'));
        var last = signs.LastIndexOfAny([',', '.']);
        // Three digits after the only sign are thousands.
        var isThousands = last >= 0 && signs.Length - last - 1 == 3 && signs.IndexOfAny([',', '.']) == last;
        var number = last < 0 || isThousands
            ? Digits(signs)
            : $"{Digits(signs[..last])}.{Digits(signs[last..])}";
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
