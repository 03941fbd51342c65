using System.Globalization;
using Connector.Metrics;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Charts;

/// <summary>A metric by day: bars for some weeks, a line for longer. Days that Pinterest has not finished look unfinished.</summary>
public partial class DayChart
{
    private const int Height = 240, Above = 16, Plot = 196, MostBars = 31;

    private ChartScale _scale = null!;

    /// <summary>The oldest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<InsightsDay> Days { get; set; } = [];

    /// <summary>By its name in the API.</summary>
    [Parameter, EditorRequired]
    public string Metric { get; set; } = "";

    private bool IsBars => Days.Count <= MostBars;

    private string Words
    {
        get
        {
            var known = Days.Where(day => Number(day) is not null).ToList();
            if (known.Count == 0) return $"{Metric.Replace('_', ' ')} by day: nothing is known.";

            var best = known.MaxBy(Number)!;
            return $"{Metric.Replace('_', ' ')} by day from {Name(Days[0].Date)} to {Name(Days[^1].Date)}: "
                + $"{known.Sum(Number):N0} together, most on {Name(best.Date)} with {Number(best):N0}. The numbers are in the table below.";
        }
    }

    protected override void OnParametersSet() => _scale = ChartScale.Of(Days.Select(Number));

    private decimal? Number(InsightsDay day) => day.Numbers.GetValueOrDefault(Metric);

    private string Y(decimal tick, int above = 0) => Text(Above + above + (Plot * (1 - (_scale.Height(tick) / 100))));

    // Each day that is not final is joined to the day before it, so that there is no gap between the two lines.
    private IEnumerable<string> Lines(bool isFinal)
    {
        var shown = Days.Select((day, index) => isFinal == day.IsFinal || (!isFinal && index + 1 < Days.Count && !Days[index + 1].IsFinal)
            ? Number(day)
            : null);
        return _scale.Runs([.. shown]).Select(run =>
            string.Join(' ', run.Select(point => $"{Text(point.Index + 0.5)},{Text(100 - point.Height)}")));
    }

    private string Anchor(int index) => index == 0 ? "start" : index == Days.Count - 1 ? "end" : "middle";

    private static string Name(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
