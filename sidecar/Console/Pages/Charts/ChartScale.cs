using System.Globalization;

namespace Connector.Console.Pages.Charts;

/// <summary>Where the values of a chart stand: from 0 at the bottom to 100 at the top.</summary>
/// <param name="Top">What the upper edge stands for: a round number, not less than any value.</param>
/// <param name="Ticks">Round numbers from 0 to the top.</param>
internal sealed record ChartScale(decimal Top, IReadOnlyList<decimal> Ticks)
{
    private const int MostSteps = 4;

    /// <summary>A scale for these values; what is not known has no say. Without any value it ends at 1.</summary>
    public static ChartScale Of(IEnumerable<decimal?> values)
    {
        var most = values.Max() is { } max and > 0 ? max : 1;
        var step = StepFor(most);
        var count = (int)Math.Ceiling(most / step);
        return new ChartScale(count * step, [.. Enumerable.Range(0, count + 1).Select(each => each * step)]);
    }

    /// <summary>How high a value stands, of 100; one below 0 stands at the bottom.</summary>
    public double Height(decimal value) => (double)Math.Round(Math.Clamp(100 * value / Top, 0, 100), 2);

    /// <summary>Runs of values that follow each other, as points of a line; a value that is not known ends a run.</summary>
    public IEnumerable<IReadOnlyList<(int Index, double Height)>> Runs(IReadOnlyList<decimal?> values)
    {
        var run = new List<(int Index, double Height)>();
        foreach (var (index, value) in values.Index())
        {
            if (value is { } known)
            {
                run.Add((index, Height(known)));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>A number for the edge of a chart: 950, 1.2k, 3M.</summary>
    public static string Short(decimal number) => number switch
    {
        >= 1_000_000 => (number / 1_000_000).ToString("0.#", CultureInfo.InvariantCulture) + "M",
        >= 1_000 => (number / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => number.ToString("0.#", CultureInfo.InvariantCulture),
    };

    /// <summary>Which of so many values get a label: the first, the last, and some between them.</summary>
    public static IReadOnlyList<int> Labels(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(each => (int)Math.Round(each * (count - 1) / (double)(most - 1)))];

    // 1, 2 or 5 times a power of ten, and never less than 1: nobody has half a click.
    private static decimal StepFor(decimal most)
    {
        for (decimal power = 1; ; power *= 10)
            foreach (var step in (decimal[])[power, 2 * power, 5 * power])
                if (most / step <= MostSteps) return step;
    }
}
