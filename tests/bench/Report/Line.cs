using System.Globalization;

namespace Connector.Bench.Report;

/// <summary>One row of the table: what was compared, the outcome, what it should be, and the figures behind it.</summary>
internal sealed record Line(string What, string Outcome, string Target, string Figures)
{
    /// <summary>The median, with the spread over rounds behind it.</summary>
    public static string Spread(IEnumerable<double> values, string format)
    {
        var sorted = values.Order().ToList();
        var (low, high) = (Text(sorted[0], format), Text(sorted[^1], format));
        return low == high ? low : $"{Text(sorted[sorted.Count / 2], format)} ({low}–{high})";
    }

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
