using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Imports.Mapping;

/// <summary>Reads prices as people and shops write them: "12.50 USD", "EUR 1.299,00", "1 299 kr", "CHF 1'299.–", "₹1,29,900".</summary>
internal static partial class PriceText
{
    /// <param name="text">The price.</param>
    /// <param name="isNumber">Whether the file has it as a number, such as JSON's 1.105: then its point begins the decimals.</param>
    public static decimal? Read(string? text, bool isNumber = false)
    {
        if (text is null || text.Length > 64 || FirstNumber().Match(text) is not { Success: true } first) return null;

        var signs = string.Concat(first.Value.Where(letter => char.IsAsciiDigit(letter) || letter is ',' or '.'));
        var last = signs.LastIndexOfAny([',', '.']);
        var number = last < 0 || (!isNumber && IsThousands(signs, last))
            ? Digits(signs)
            : $"{Digits(signs[..last])}.{Digits(signs[last..])}";
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;
    }

    // A sign that comes twice, and a single one before three digits, part thousands; "0.999" has none.
    private static bool IsThousands(string signs, int last) => signs.IndexOf(signs[last], StringComparison.Ordinal) is var first
        && (first < last || (signs.Length - last - 1 == 3 && signs.IndexOfAny([',', '.']) == last && signs[..last] != "0"));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // Of a range, such as "10–20", the first. Thousands are also parted by spaces and apostrophes.
    [GeneratedRegex("[0-9](?:[0-9.,]|['’\\s\\u00A0\\u202F](?=[0-9]{3}))*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex FirstNumber();
}
