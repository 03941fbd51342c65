using System.Globalization;

namespace Connector.Boards.Names;

/// <summary>Recognizes an id that a program has taken for a number: spreadsheets keep 15 digits of it, JavaScript about 16.</summary>
internal static class RoundedId
{
    private const int FewestKept = 15, MostKept = 17;

    // Looked at before any arithmetic. Only a row of nines lets rounding reach so far, and that id is believed.
    private const int SameAlways = 12;

    private const NumberStyles Scientific = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The board whose id was probably meant; null when the id may be that of a board which is not in the list.</summary>
    public static NamedItem? Find(IEnumerable<NamedItem> known, string given) => known.FirstOrDefault(board => IsRounded(given, board.Id));

    private static bool IsRounded(string given, string known)
    {
        if (given.Length != known.Length || given.Length <= FewestKept || given == known) return false;
        if (!known.AsSpan().StartsWith(given.AsSpan(0, SameAlways))) return false;
        if (!UInt128.TryParse(given, CultureInfo.InvariantCulture, out var rounded)) return false;
        if (!UInt128.TryParse(known, CultureInfo.InvariantCulture, out var exact)) return false;

        for (var kept = FewestKept; kept <= Math.Min(MostKept, known.Length - 1); kept++)
        {
            var unit = UInt128.Parse("1".PadRight(known.Length - kept + 1, '0'), CultureInfo.InvariantCulture);
            if (rounded == exact / unit * unit || rounded == (exact + unit / 2) / unit * unit) return true;
        }

        // As a double, in full and in the fewest digits that mean it.
        var asDouble = (double)exact;
        return rounded == (UInt128)asDouble
            || rounded == UInt128.Parse(asDouble.ToString("R", CultureInfo.InvariantCulture), Scientific, CultureInfo.InvariantCulture);
    }
}
